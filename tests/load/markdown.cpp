#include "load/markdown.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

/// A text that fills a file, its HTML and what was said about it. Addresses that begin with `dead` lead nowhere.
struct Page {
  base::Source source;
  model::Prose prose;
  base::Diagnostics diagnostics;
  std::vector<load::LinkRequest> requests;

  explicit Page(std::string text) : source{"a.md", std::move(text)} {
    prose.markdown = source.text;
    prose.place = {&source, base::whole(source)};
    prose.line_for_line = true;
    load::HeadingIds ids;
    render(ids);
  }
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  void render(load::HeadingIds& ids) {
    const auto resolve = [&](const load::LinkRequest& request) -> std::optional<std::string> {
      requests.push_back(request);
      requests.back().place = [place = request.place()] { return place; };  // for later
      if (request.address.starts_with("dead")) return std::nullopt;
      return request.address.starts_with("http") || request.image ? request.address : "/site/" + request.address;
    };
    render_markdown(prose, resolve, ids, diagnostics);
  }
  std::string messages() const {
    std::string out;
    for (const auto& one : diagnostics.sorted()) out += to_text(one, base::Tongue::en) + "\n";
    return out;
  }
};

std::string html(std::string text) {
  const Page page(std::move(text));
  return page.prose.html.text() + page.messages();
}
std::string messages(std::string text) { return Page(std::move(text)).messages(); }

/// line:column and text of every address.
std::string addresses(std::string text) {
  const Page page(std::move(text));
  std::string out;
  for (const auto& request : page.requests) {
    const auto span = request.place().span;
    const auto [line, column] = base::position(page.source, span.begin);
    out += std::to_string(line) + ":" + std::to_string(column) + " " + page.source.text.substr(span.begin, span.end - span.begin) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("markdown: text, emphasis, lists, code and lines") {
  CHECK(html("Trẻ em *có* **quyền** ~~không~~ & \"nói\" `<b>`\\\nhai\n\n- một\n- hai\n\n---\n") ==
        "<p>Trẻ em <em>có</em> <strong>quyền</strong> <del>không</del> &amp; &quot;nói&quot; <code>&lt;b&gt;</code><br>\nhai</p>\n"
        "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>\n<hr>\n");
}

TEST_CASE("markdown: neither addresses nor quotes are changed behind the author's back") {
  CHECK(html("https://x.vn www.x.vn a@x.vn \"a\" -- ...\n") == "<p>https://x.vn www.x.vn a@x.vn &quot;a&quot; -- ...</p>\n");
  CHECK(Page("a[^1]\n\n[^1]: b\n").prose.html.text().find("footnote") == std::string::npos);
}

TEST_CASE("markdown: a list of tasks has signs, not boxes that nobody can tick") {
  CHECK(html("- [ ] một\n- [x] hai\n") == "<ul>\n<li>☐ một</li>\n<li>☑ hai</li>\n</ul>\n");
}

TEST_CASE("markdown: a table can be moved by keyboard, is named after its heading, and aligned by class") {
  CHECK(html("| a | b |\n|---|--:|\n| 1 | 2 |\n") ==
        "<div class=\"table\" tabindex=\"0\"><table>\n<thead>\n<tr>\n<th>a</th>\n<th class=\"align-right\">b</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>1</td>\n<td class=\"align-right\">2</td>\n</tr>\n</tbody>\n</table></div>\n");
  CHECK(html("## Lịch\n\n|a|\n|-|\n").find("<div class=\"table\" tabindex=\"0\" role=\"group\" aria-labelledby=\"lich\"><table>") != std::string::npos);
}

TEST_CASE("markdown: headings begin at level two and have ids that are there once on a page") {
  Page page("# Đầu *tiên*\n\n## Lịch `x`\n\nLịch x\n======\n\n### …\n\n## Lịch x 2\n");
  CHECK(page.prose.html.text() ==
        "<h2 id=\"dau-tien\">Đầu <em>tiên</em></h2>\n<h2 id=\"lich-x\">Lịch <code>x</code></h2>\n<h2 id=\"lich-x-2\">Lịch x</h2>\n"
        "<h3 id=\"section\">…</h3>\n<h2 id=\"lich-x-2-2\">Lịch x 2</h2>\n");
  CHECK(html("## 1. Lịch\n") == "<h2 id=\"section-1-lich\">1. Lịch</h2>\n");  // ids begin with a letter
  REQUIRE(page.prose.headings.size() == 5);
  CHECK(page.prose.headings[0].text == "Đầu tiên");
  CHECK(page.prose.headings[3].level == 3);

  load::HeadingIds ids;
  ids.add("đầu tiên");
  page.render(ids);
  CHECK(page.prose.headings.size() == 5);
  CHECK(page.prose.headings[0].id == "dau-tien-2");
}

TEST_CASE("markdown: thousands of equal headings get their ids in no time") {
  const Page page(repeated("# a\n", 16'000));
  CHECK(page.prose.headings.back().id == "a-16000");
}

TEST_CASE("markdown: every link and picture asks for its address") {
  CHECK(html("[một](a.md \"t\") ![ảnh *đẹp*](b.jpg) <https://x.vn?a=1&b> [r]\n\n[r]: c.md\n") ==
        "<p><a href=\"/site/a.md\" title=\"t\">một</a> <img src=\"b.jpg\" alt=\"ảnh đẹp\" loading=\"lazy\"> "
        "<a href=\"https://x.vn?a=1&amp;b\">https://x.vn?a=1&amp;b</a> <a href=\"/site/c.md\">r</a></p>\n");
  const Page page("![ảnh *đẹp*\nhai](b&amp;c.jpg)\n");
  REQUIRE(page.requests.size() == 1);
  CHECK(page.requests[0].address == "b&c.jpg");
  CHECK(page.requests[0].image);
  CHECK(page.requests[0].alt == "ảnh đẹp hai");
}

TEST_CASE("markdown: without an address the text stays") {
  CHECK(html("a [một **hai**](dead) b ![ảnh](dead.jpg) [![trong](dead.jpg)](c)\n") ==
        "<p>a một <strong>hai</strong> b ảnh <a href=\"/site/c\">trong</a></p>\n");
}

TEST_CASE("markdown: addresses are found in paragraphs, lists, quotes, tables and headings") {
  CHECK(addresses("Đây là [a](a) và [a](a)\nđỏ [b](b)\n\n- mục [x](c)\n  tiếp [y](d)\n  - sâu [z](<e f>)\n\n> trích [q](g)\n\n"
                  "| a | b |\n|---|---|\n| [t](h) | đ [u](i) |\n\n## Đầu [k](l)\n\n<https://x.vn> <a@b.vn> [m](mailto:c@d.vn)\n") ==
        "1:12 a\n1:22 a\n2:8 b\n4:11 c\n5:12 d\n6:14 e f\n8:13 g\n12:7 h\n12:18 i\n14:12 l\n16:2 https://x.vn\n16:17 a@b.vn\n16:29 mailto:c@d.vn\n");
}

TEST_CASE("markdown: an address with escapes, or at the foot, is shown by its link") {
  CHECK(addresses("đi [a](x&amp;y) [b][r]\n\n[r]: /foot\n") == "1:4 [a](x&amp;y)\n1:17 [b][r]\n");
}

TEST_CASE("markdown: in indented YAML, a mistake is shown in the file's line and column") {
  const base::Source source{"a.yaml", "text:\n  vi: |\n    Đỏ [một](dead)\n\n    hai <i>ba</i>\n"};
  model::Prose prose;
  prose.markdown = "Đỏ [một](dead)\n\nhai <i>ba</i>\n";
  prose.place = {&source, {14, 14}};
  prose.line_for_line = true;
  prose.indent = 4;
  base::Diagnostics diagnostics;
  load::HeadingIds ids;
  const auto resolve = [&](const load::LinkRequest& request) -> std::optional<std::string> {
    diagnostics.add({base::Code::link_dead, request.place(), {request.address}});
    return std::nullopt;
  };
  render_markdown(prose, resolve, ids, diagnostics);
  REQUIRE(diagnostics.errors() == 2);
  CHECK(to_text(diagnostics.sorted()[0], base::Tongue::en) ==
        "a.yaml:3:14: error: the link `dead` leads to nothing on this site [link-dead]\n"
        "   3 |     Đỏ [một](dead)\n"
        "     |              ^^^^");
  CHECK(to_text(diagnostics.sorted()[1], base::Tongue::en) ==
        "a.yaml:5:9: error: raw HTML in the text: `<i>` [markdown-raw-html]\n"
        "   5 |     hai <i>ba</i>\n"
        "     |         ^^^ use Markdown instead of HTML *…*");
}

TEST_CASE("markdown: without lines of its own, a text is shown as a whole") {
  const base::Source source{"a.yaml", "text: >\n  một\n  <b>hai</b>\n"};
  model::Prose prose;
  prose.markdown = "một <b>hai</b>\n";
  prose.place = {&source, {6, 7}};
  base::Diagnostics diagnostics;
  load::HeadingIds ids;
  render_markdown(prose, [](const auto&) { return std::nullopt; }, ids, diagnostics);
  CHECK(to_text(diagnostics.sorted().at(0), base::Tongue::en).starts_with("a.yaml:1:7: error: raw HTML in the text: `<b>`"));
}

TEST_CASE("markdown: raw HTML is a mistake, not silence") {
  CHECK(messages("đỏ <b>x</b> <!-- y -->\n\n<script>\nalert(1)\n</script>\n\na < b, x<5\n") ==
        "a.md:1:4: error: raw HTML in the text: `<b>` [markdown-raw-html]\n"
        "   1 | đỏ <b>x</b> <!-- y -->\n"
        "     |    ^^^ use Markdown instead of HTML **…**\n"
        "a.md:1:13: error: raw HTML in the text: `<!-- y -->` [markdown-raw-html]\n"
        "   1 | đỏ <b>x</b> <!-- y -->\n"
        "     |             ^^^^^^^^^^ use Markdown instead of HTML\n"
        "a.md:3:1: error: raw HTML in the text: `<script>` [markdown-raw-html]\n"
        "   3 | <script>\n"
        "     | ^^^^^^^^ use Markdown instead of HTML\n");
}

TEST_CASE("markdown: nothing an author writes makes a tag or an attribute") {
  CHECK(html("[\"><b](a) `</table><h2>` &lt;table&gt; \\<b>\n") ==
        "<p><a href=\"/site/a\">&quot;&gt;&lt;b</a> <code>&lt;/table&gt;&lt;h2&gt;</code> &lt;table&gt; &lt;b&gt;</p>\n");
  const std::string out = Page("![\" onerror=\"x](a\"onload=\"y.jpg 'z\" q=\"')\n\n# a <h2> &lt;h3&gt;\n").prose.html.text();
  CHECK(out.find("onerror=\"") == std::string::npos);
  CHECK(out.find("onload=\"") == std::string::npos);
  CHECK(out.find(" q=\"") == std::string::npos);
  CHECK(out.find("<h3") == std::string::npos);
}

TEST_CASE("markdown: a picture without a description is a mistake") {
  CHECK(messages("một ![](a.jpg)\n") ==
        "a.md:1:9: error: the picture `a.jpg` has no description [image-alt-missing]\n"
        "   1 | một ![](a.jpg)\n"
        "     |         ^^^^^ write a sentence for those who cannot see it: who, where, doing what\n");
  CHECK(messages("![ ](a.jpg)\n").find("[image-alt-missing]") != std::string::npos);
}

TEST_CASE("markdown: a text of more than 64 KB is refused") {
  CHECK(messages(std::string(load::largest_markdown, 'a')).empty());
  CHECK(messages("dòng đầu\n" + std::string(load::largest_markdown, 'a')) ==
        "a.md:1:1: error: the text has 65 KB, more than the 64 KB allowed [markdown-too-large]\n"
        "   1 | dòng đầu\n"
        "     | ^^^^^^^^ split it into smaller texts\n");
}

TEST_CASE("markdown: 12 KB of table that would become 40 MB are refused, and so is a row of 30,000 columns") {
  const std::string wide = repeated("|a", 65) + "\n" + repeated("|-", 65) + "\n";
  CHECK(messages(repeated("|", 2'000) + "\n" + repeated("|-", 2'000) + "|\n" + repeated("a\n", 2'000)).starts_with(
        "a.md:1:1: error: the line has more than 64 bars `|` [markdown-too-many-bars]\n"));
  CHECK(messages("x\n" + repeated("|a", 30'000) + "\n").starts_with("a.md:2:1: error: the line has more than 64 bars `|` [markdown-too-many-bars]\n"));
  CHECK(messages(repeated("|a", 64) + "\n").empty());
  CHECK(messages(repeated("\\|", 30'000)).empty());
}

TEST_CASE("markdown: columns times lines of a table are counted, also in a quote, also over several tables") {
  const std::string head = "a|b\n-|-\n";
  CHECK(messages(head + repeated("x\n", 2'490)).empty());
  CHECK(messages("đầu\n\n" + head + repeated("x\n", 2'500)) ==
        "a.md:4:1: error: the table has more than 5000 cells [markdown-table-too-large]\n"
        "   4 | -|-\n"
        "     | ^^^ split it into smaller texts\n");
  CHECK(messages("> a|b\n> -|-\n" + repeated("> x\n", 2'500)).starts_with("a.md:2:1: error: the table has more than 5000 cells"));
  CHECK(messages(repeated(head + repeated("x\n", 2'000) + "\n", 6)).find("more than 20000 cells") != std::string::npos);
}

TEST_CASE("markdown: more than 2,000 square brackets are refused") {
  CHECK(messages(repeated("[a](b)\n\n", 2'000)).empty());
  CHECK(messages(repeated("![[]()", 10'000)).starts_with(
        "a.md:1:1: error: the text has more than 2000 square brackets `[` [markdown-too-many-brackets]\n"));
  CHECK(messages(repeated("[", 50'000)).find("[markdown-too-many-brackets]") != std::string::npos);
}

TEST_CASE("markdown: fifty thousand nested quotes end at a hundred, and so do lists and emphasis") {
  CHECK(messages(repeated(">", 90) + "a\n").empty());
  CHECK(messages("a\n\n" + repeated(">", 50'000) + "a").find("a.md:3:1: error: the text is nested deeper than 100 levels [markdown-too-deep]\n") == 0);
  std::string list;
  for (std::size_t i = 0; i < 200; ++i) list += std::string(2 * i, ' ') + "- a\n";
  CHECK(messages(list).find("[markdown-too-deep]") != std::string::npos);
  CHECK(messages(repeated("*a ", 16'000) + repeated("a*", 8'000)).find("[markdown-too-deep]") != std::string::npos);
  CHECK(Page(repeated(">", 50'000)).prose.html.text().empty());
}

TEST_CASE("markdown: one long address for many links does not fill the memory") {
  const Page page("[a]: /" + std::string(50'000, 'x') + "\n\n" + repeated("[a] ", 1'990));
  CHECK(page.prose.html.text().empty());
  CHECK(page.messages().find("error: the text has 538 KB, more than the 512 KB allowed [markdown-too-large]") != std::string::npos);
}

TEST_CASE("markdown: a text full of HTML ends after a hundred mistakes") {
  CHECK(Page(repeated("a <b> ", 10'000)).diagnostics.errors() == 100);
}

TEST_CASE("markdown: the same text gives the same bytes on any thread") {
  const std::string text = repeated("~~một~~ và ~~hai~~\n\n| a | b |\n|---|---|\n| ~~x~~ | y |\n\n", 50);
  const std::string alone = html(text), other = html("Không có gì ở đây\n");
  std::vector<int> different(4, 0);
  {
    std::vector<std::jthread> threads;
    for (int& count : different)
      threads.emplace_back([&] {
        for (int i = 0; i < 50; ++i) count += html(text) != alone || html("Không có gì ở đây\n") != other;
      });
  }
  CHECK(different == std::vector<int>(4, 0));
}

TEST_CASE("markdown: what only looks like a torn picture or an address with blanks is left alone") {
  for (const char* text : {"![ảnh](b.jpg) [1] (b.pdf)\n", "- ![ảnh](b.jpg): lớp [4A] (danh sách ở lop 4a.xlsx)\n", "[tải]( b.pdf)\n", "[một] (b.jpg)\n", "`![a] (b.jpg)`\n"})
    CHECK_MESSAGE(messages(text) == "", text);
  CHECK(messages("![ảnh [1]](b c.jpg)\n").find("[link-with-blanks]") != std::string::npos);
  CHECK(messages("![ảnh] (b.jpg)\n").find("[link-torn]") != std::string::npos);
  std::string many = "![";
  for (int i = 0; i < 10'000; ++i) many += "] (";
  CHECK(messages(many + "a.jpg)\n").find("[link-torn]") == messages(many + "a.jpg)\n").rfind("[link-torn]"));
}
