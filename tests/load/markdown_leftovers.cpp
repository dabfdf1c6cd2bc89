#include "load/markdown.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

/// What is said of a text that fills a file: line:column, what is shown and the first hint, or the code of other mistakes.
std::string told(std::string text) {
  const base::Source source{"a.md", std::move(text)};
  model::Prose prose;
  prose.markdown = source.text;
  prose.place = {&source, base::whole(source)};
  prose.line_for_line = true;
  base::Diagnostics diagnostics;
  load::HeadingIds ids;
  render_markdown(prose, [](const load::LinkRequest& request) { return request.address; }, ids, diagnostics);
  std::string out;
  for (const auto& one : diagnostics.sorted()) {
    const auto [line, column] = base::position(source, one.place.span.begin);
    out += std::to_string(line) + ":" + std::to_string(column) + " ";
    out += one.code == base::Code::markdown_shown_raw ? one.arguments.at(0) : std::string(base::message(one.code).name);
    for (const auto& remark : one.remarks) out += " → " + base::fill(base::text(remark.hint).en, remark.arguments);
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("leftovers: headings without a blank, or of seven signs") {
  CHECK(told("##Liên hệ\nGọi 111\n") == "1:1 ##Liên hệ → write it like `## Liên hệ`\n");
  CHECK(told("#Liên hệ với ta\n") == "1:1 #Liên hệ với ta → write it like `# Liên hệ với ta`\n");
  CHECK(told("Đầu\n###1. Lịch **hè**\n") == "2:1 ###1. Lịch **hè** → write it like `### 1. Lịch **hè**`\n");
  CHECK(told("####### Sâu\n") == "1:1 ####### Sâu → write it like `###### Sâu`\n");
  CHECK(told("##\u00A0Liên hệ\n").ends_with("→ write it like `## Liên hệ`\n"));
}

TEST_CASE("leftovers: items of lists without a blank, or behind another sign") {
  CHECK(told("Gồm:\n-Một\n-Hai\n-Ba\n") == "2:1 -Một → write it like `- Một`\n");
  CHECK(told("*Một\n*Hai\n") == "1:1 *Một → write it like `- Một`\n");
  CHECK(told("+Một\n+Hai\n") == "1:1 +Một → write it like `- Một`\n");
  CHECK(told("1.Một\n2.Hai\n") == "1:1 1.Một → write it like `1. Một`\n");
  CHECK(told("1)Một\n2)Hai\n") == "1:1 1)Một → write it like `1) Một`\n");
  CHECK(told("1/ Một\n2/ Hai\n") == "1:1 1/ Một → write it like `1. Một`\n");
  CHECK(told("• Một\n• Hai\n") == "1:1 • Một → write it like `- Một`\n");
  CHECK(told("– Một\n– Hai\n") == "1:1 – Một → write it like `- Một`\n");
  CHECK(told("-**Một** là\n-[Hai](b)\n") == "1:1 -**Một** là → write it like `- **Một** là`\n");
  CHECK(told("-\u00A0Một\n-\u00A0Hai\n").ends_with("→ write it like `- Một`\n"));
  CHECK(told("-Một\n\n-Hai\n\n-Ba\n") == "1:1 -Một → write it like `- Một`\n");
  CHECK(told("- Một\n-Hai\n- Ba\n") == "2:1 -Hai → write it like `- Hai`\n");
  CHECK(told("> -Một\n> -Hai\n") == "1:3 -Một → write it like `- Một`\n");
}

TEST_CASE("leftovers: tables without the line below their head, and columns made by tabs") {
  CHECK(told("| Ngày | Việc |\n| 1/6 | Lễ |\n") == "1:1 | Ngày | Việc | → write right below this line: `|---|---|`\n");
  CHECK(told("| Ngày | Việc |\n|---|\n| 1/6 | Lễ |\n") == "2:1 |---| → write it like `|---|---|`\n");
  CHECK(told("Ngày\tViệc\n1/6\tLễ\n") == "1:1 Ngày\tViệc → write it like `| Ngày | Việc |` → write right below this line: `|---|---|`\n");
  CHECK(told("Lịch:\n| Ngày | Việc |\n|---|---|\n| 1/6 | Lễ |\n") == "");
}

TEST_CASE("leftovers: torn links and pictures") {
  CHECK(told("Xem [lịch] (/lich) nhé\n") == "1:5 [lịch] (/lich) → write it like `[lịch](/lich)`\n");
  CHECK(told("Xem (lịch)[/lich] nhé\n") == "1:5 (lịch)[/lich] → write it like `[lịch](/lich)`\n");
  CHECK(told("Xem [lịch](/lich nhé\n") == "1:5 [lịch](/lich → write it like `[lịch](/lich)`\n");
  CHECK(told("Xem [**lịch**](/lich.\n") == "1:15 (/lich → write it like `[…](/lich)`\n");
  CHECK(told("Xem [lịch][1] nhé\n") == "1:5 [lịch][1] → write it like `[lịch](/…)`\n");
  CHECK(told("Xem [lịch][/lich] nhé\n") == "1:5 [lịch][/lich] → write it like `[lịch](/lich)`\n");
  CHECK(told("! [x](a.jpg)\n") == "1:1 ! [x](a.jpg) → write it like `![x](a.jpg)`\n");
  CHECK(told("!(x)[a.jpg]\n") == "1:1 !(x)[a.jpg] → write it like `![x](a.jpg)`\n");
  CHECK(told("![x](a.jpg =300x200)\n") == "1:1 ![x](a.jpg =300x200) → write it like `![x](a.jpg)`\n");
  CHECK(told("[A](https://a b.vn)\n") == "1:4 (https://a b.vn) → an address has no blanks: take them out, or write `%20`\n");
  CHECK(told("[A](/a Liên hệ)\n") == "1:1 [A](/a Liên hệ) → write it like `[A](/a \"Liên hệ\")`\n");
  CHECK(told("| a |\n|---|\n| [b] (/c) |\n") == "3:3 [b] (/c) → write it like `[b](/c)`\n");
  CHECK(told("Xem [](/lich)\n") == "1:8 link-empty → write the words to click on: `[…](/lich)`\n");
}

TEST_CASE("leftovers: stars that make nothing bold, footnotes") {
  CHECK(told("Rất ** quan trọng ** đấy\n") == "1:5 ** quan trọng ** → write it like `**quan trọng**`\n");
  CHECK(told("**Lưu ý:**Hãy gọi\n") == "1:1 **Lưu ý:** → write it like `**Lưu ý:** Hãy`\n");
  CHECK(told("Nhớ **gọi 111\n") == "1:5 **gọi → write it like `**gọi …**` → to show it just so: `\\*\\*`\n");
  CHECK(told("Số liệu[^1]\n\n[^1]: Viện\n").starts_with("1:8 [^1] → there are no footnotes here"));
  CHECK(told("Số liệu[^1] và[^2]\n\n[^1]: Theo báo cáo\n").starts_with("1:8 [^1] → there are no footnotes here"));
}

TEST_CASE("leftovers: code by accident, headings by accident, versions that were not joined") {
  CHECK(told("Đầu\n\n    Thụt vào\n").starts_with("3:5 Thụt vào → the blanks or the tab in front make code of it"));
  CHECK(told("Đầu\n\n```\nmã\n\n## Sau\n") == "3:1 mã → all from here on becomes code: write a line ``` where the code ends\n");
  CHECK(told("- a\n\n  ~~~\n  mã\n\nSau\n").starts_with("3:3 mã → all from here on becomes code: write a line ~~~"));
  CHECK(told("Một dòng\nhai dòng\n---\nba\n") == "3:1 heading-by-accident → leave a line empty above `---`\n");
  CHECK(told("<<<<<<< HEAD\nMột\n=======\nHai\n>>>>>>> b\n").find("1:1 <<<<<<< HEAD → two people changed this") != std::string::npos);
  CHECK(told("Hai\n\n>>>>>>> b\n").starts_with("3:1 >>>>>>> b → two people changed this"));
}

TEST_CASE("leftovers: what is to be confirmed is a field") {
  CHECK(told("Lễ ngày 1/6\n\nỞ đây !confirm nhé\n").starts_with("3:7 confirm-misplaced → `!confirm` only stands right behind"));
  CHECK(told("!confirmed `!confirm`\n") == "");
}

TEST_CASE("leftovers: what has a code of its own is told once") {
  CHECK(told("![ảnh] (b.jpg)\n") == "1:9 link-torn → write it like `](b.jpg)`\n");
  CHECK(told("[ảnh](b c.jpg)\n") == "1:7 link-with-blanks → rename the file to `b-c.jpg`\n");
  CHECK(told("[](/a)<b>\n").find("link-empty") != std::string::npos);
  CHECK(told("[<b>](/a)\n").find("link-empty") == std::string::npos);
}

TEST_CASE("leftovers: a place is found whatever stands before it") {
  CHECK(told("[r]: /x\n##Một\n").starts_with("2:1 ##Một"));
  CHECK(told("`a\nb` c\n-Một\n-Hai\n").starts_with("3:1 -Một"));
  CHECK(told("- a\n  > ##Một\n").starts_with("2:5 ##Một"));
  CHECK(told("\\[a] (/b) và [a] (/b)\n").starts_with("1:14 [a] (/b)"));
  CHECK(told("A &amp; B\n-Một &amp; hai\n-Ba\n") == "2:1 -Một &amp; hai → write it like `- Một &amp; hai`\n");
}

TEST_CASE("leftovers: what is told to write is right") {
  for (const char* text : {"## Liên hệ\n", "###### Sâu\n", "Gồm:\n- Một\n- Hai\n", "1. Một\n2. Hai\n", "| a | b |\n|---|---|\n| c | d |\n", "[a](/b)\n", "![x](a.jpg)\n", "[A](https://a%20b.vn)\n", "[A](/a \"Liên hệ\")\n",
                           "**Lưu ý:** Hãy\n", "\\*\\*gọi\n", "```\nmã\n```\n", "Một\nhai\n\n---\nba\n"})
    CHECK_MESSAGE(told(text) == "", text);
}

TEST_CASE("leftovers: what is meant as it is stays silent") {
  for (const char* text : {
           "2**3 và 4**5\n", "a*b\n", "5 - 3\n", "a@b.vn\n", "Điều #1 và #2\n", "1.500\n2.600\n", "1/6/2027\n2/6/2027\n", "1.6.2027\n", "[sic]\n", "(a)[b]\n", "[a] (b)\n",
           "-5 độ\n-7 độ\n", "+84 912\n+84 913\n", "#1 trong năm\n", "#VìTrẻEm #ThángHànhĐộng\n", "#VìTrẻEm cho mọi em\n", "-Một\n", "*Một\n", "1.Một\n", "– Chào em!\n\n– Chào cô!\n",
           "Đi bộ\n– như mọi năm\ntới trường\n– rất vui\n", "• Một\n", "*Số liệu\n\n*Nguồn\n", "1.Một\n5.Năm\n", "|x| và |y|\n", "|x|\n", "a\tb\n", "a | b\n", "Giá 5 ** 3\n", "Giá**\n", "(**)\n", "****\n",
           "**Đậm** và *nghiêng*\n", "**Lưu ý:** gọi\n", "theo [1][2]\n", "a[i][j]\n", "[1] (https://x.vn)\n", "[số tiền] (/tháng)\n", "[a][b]\n\n[b]: /c\n", "Nhanh! [xem](a.jpg)\n", "Xem ! [lịch](/a)\n",
           "[a](/b \"c d\")\n", "[a](<b c>)\n", "[a]( /b )\n", "`##Một` `[a] (/b)` `**`\n", "```\n##Một\n-Hai\n-Ba\n[a] (/b)\n!confirm\n```\n", "~~~ yaml\na\n~~~\n", "> ```\n> a\n> ```\n",
           "- a\n  ```\n  b\n  ```\n", "\\##Một\n", "\\-Một\n\\-Hai\n", "1\\.Một\n2\\.Hai\n", "\\*\\*Một\n", "\\[a] (/b)\n", "Tiêu đề\n---\n", "Tiêu đề\n===\n", "a\n\n---\n\nb\n", "a\\\n-b\n", "- Một\n- Hai\n", "1. Một\n2. Hai\n",
           "#include x\n", "C# và F#\n", "`[^1]`\n", "[![x](a.jpg)](/b)\n", "Gọi 111 (miễn phí), 24/7\n", "x < y >>>>>>> z\n", "Tên: ____\n", "2024-2025\n- a\n", "à-la\n-carte\n", "- Vé\n  *Ghi chú\n"})
    CHECK_MESSAGE(told(text) == "", text);
}

TEST_CASE("leftovers: a text full of them takes no time") {
  std::string text;
  for (int i = 0; i < 6'000; ++i) text += "\\*\\*a ]( ";
  CHECK(told(text) == "");
}

TEST_CASE("leftovers: of thousands in one text, a hundred are told") {
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += "##a\n";
  const std::string out = told(text);
  CHECK(std::ranges::count(out, '\n') == 100);
}
