#include <array>

#include "base/messages.h"

namespace base {
namespace {

using enum Hint;

// In the order of the enum. The comment behind a hint says what its arguments are; "-" is none.
constexpr std::array<HintText, static_cast<std::size_t>(Hint::count_)> hints{{
    {did_you_mean,  // 0 name
     "ý bạn là `{0}`?", "did you mean `{0}`?"},
    {known_names,  // 0 names, joined by ", "
     "có thể dùng: {0}", "known here: {0}"},
    {first_here,  // - (with a place)
     "lần đầu ở đây", "first here"},
    {wrap_in_quotes,  // 0 text, or nothing
     "đặt trong dấu ngoặc kép: \"{0}\"", "put it in quotes: \"{0}\""},
    {close_the_quote,  // -
     "đóng dấu ngoặc kép ở cuối dòng", "close the quote at the end of the line"},
    {close_front_matter,  // -
     "viết một dòng `---` ngay trước bài viết", "write a line `---` just before the text"},
    {write_the_text_itself,  // -
     "hãy viết thẳng nội dung ra", "write the text itself"},
    {save_as_utf8,  // -
     "mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8", "open it in an editor and save it as UTF-8"},
    {give_each_language,  // 0 example: "vi: …, en: …"
     "ghi cho từng ngôn ngữ: {0}", "give each language: {0}"},
    {write_date_like,  // 0 examples
     "viết ngày như: {0}", "write a date like {0}"},
    {rename_file,  // 0 name
     "đổi tên tệp thành `{0}`", "rename the file to `{0}`"},
    {one_document,  // -
     "mỗi tệp chỉ có một văn bản: bỏ dòng `---`", "a file holds one document: take the `---` away"},
    {copy_strings,  // 0 file to copy, 1 new file
     "chép `{0}` thành `{1}` rồi dịch", "copy `{0}` to `{1}` and translate it"},
    {add_colon,  // 0 key
     "viết `{0}: …`", "write `{0}: …`"},
    {link_like,  // 0 examples, or nothing
     "liên kết dùng được: https://…, mailto:…, tel:… hoặc đường dẫn trong trang web",
     "links may be https://…, mailto:…, tel:… or a path of the site"},
    {describe_picture,  // -
     "viết một câu cho người không nhìn thấy ảnh: ai, ở đâu, làm gì",
     "write a sentence for those who cannot see it: who, where, doing what"},
    {choose_other_output,  // 0 example
     "chọn một thư mục khác bằng `--output`", "choose another folder with `--output`"},
    {move_into_content,  // 0 folder, or nothing
     "chuyển tệp vào thư mục nội dung, loa sẽ chép nó vào trang",
     "move it into the content folder, from where loa takes it to the site"},
    {split_text,  // -
     "chia thành nhiều bài nhỏ hơn", "split it into smaller texts"},
    {use_markdown,  // 0 Markdown that does the same, or nothing
     "dùng Markdown thay cho HTML {0}", "use Markdown instead of HTML {0}"},
    {other_text,  // - (with a place)
     "so với chỗ này", "compared with this"},
    {rename_to,  // 0 name
     "đổi thành `{0}`", "rename it to `{0}`"},
    {copy_of_file,  // 0 name
     "đây có vẻ là bản chép của `{0}`: xóa nó, hoặc chuyển sang thư mục của nơi khác", "this looks like a copy of `{0}`: delete it, or move it to the folder that it is for"},
    {indent_with_spaces,  // -
     "thụt dòng bằng dấu cách, không dùng phím Tab", "indent with spaces, not with tabs"},
    {remove_attribute,  // 0 attribute
     "bỏ `{0}`", "take `{0}` away"},
    {also_here,  // - (with a place)
     "và ở đây", "and here"},
    {put_theme_string,  // 0 key, 1 file
     "thêm `{0}` vào `{1}`", "add `{0}` to `{1}`"},
    {expected_shape,  // 0 example
     "viết như: {0}", "write it like {0}"},
    {same_in_all_languages,  // -
     "trường này như nhau ở mọi ngôn ngữ: chỉ ghi một lần", "this field is the same in all languages: once is enough"},
    {write_file,  // 0 path
     "thêm tệp `{0}`", "write the file `{0}`"},
    {comes_from_path,  // -
     "giá trị này lấy từ đường dẫn: đổi tên thư mục hoặc tệp", "this comes from the path: rename the folder or the file"},
    {choose_content,  // -
     "chạy loa ở thư mục bên ngoài `content/`, hoặc chỉ ra nó bằng `--content`", "run loa in the folder that has `content/`, or name it with `--content`"},
    {put_file,  // 0 path
     "đặt tệp ở `{0}`", "put the file at `{0}`"},
    {delete_it,  // -
     "xóa nó đi, rồi gõ lại chỗ đó", "delete it and type the words around it again"},
    {copy_real_file,  // -
     "chép tệp thật vào chỗ này", "copy the file itself here"},
    {missing_before,  // 0 a tag that closes: "{% endif %}" (with a place)
     "`{0}` phải đứng trước chỗ này", "`{0}` has to stand before this"},
    {used_from,  // - (with a place)
     "được gọi từ đây", "used from here"},
    {opens_here,  // - (with a place)
     "mở ở đây", "it opens here"},
    {remove_when_right,  // 0 tag
     "khi đã đúng thì xóa chữ `{0}`", "once it is right, take `{0}` away"},
    {say_today,  // -
     "chạy lại với `--today now`, hoặc với một ngày: `--today 2027-05-01`", "run it with `--today now`, or with a day: `--today 2027-05-01`"},
    {translate_again,  // 0 file and line: "content/site.yaml:7"
     "dịch lại; nếu vẫn đúng thì gõ: loa translations --accept {0}", "translate it again; if it is still right: loa translations --accept {0}"},
    {keep_address,  // 0 what to write
     "nếu trang chỉ đổi tên, viết vào tệp của nó: `{0}`", "if the page was only renamed, write into its file: `{0}`"},
    {maybe_here,  // - (with a place)
     "có lẽ là trang này", "perhaps it is this page"},
    {say_checked,  // 0 words
     "viết cách khác; nếu đã kiểm tra và được phép đăng, ghi `checked: [\"{0}\"]` vào mục này", "write it otherwise; or, once you know that it may be published, add `checked: [\"{0}\"]` to the entry"},
    {say_this_year,  // 0 words
     "sửa cho đúng năm nay; nếu vẫn đúng, ghi `checked: [\"{0}\"]` vào mục này", "write it for this year; or, where it is still right, add `checked: [\"{0}\"]` to the entry"},
    {blank_after_hash,  // 0 the value with it, as it goes into quotes
     "là lời của câu thì đặt cả câu trong dấu ngoặc kép: \"{0}\"; là ghi chú thì để một dấu cách sau `#`", "if it belongs to the text, put all of it in quotes: \"{0}\"; if it is a comment, leave a blank after `#`"},
    {open_front_matter,  // -
     "viết một dòng chỉ có `---` ở trên cùng của tệp", "write a line with nothing but `---` at the top of the file"},
    {say_consent,  // 0 file, 1 name of the picture
     "ghi vào `{0}`: `{1}: {consent: \"…\"}` với lời ai đã đồng ý, bằng cách nào; ảnh không có người thì ghi `{1}: {people: no}`", "write into `{0}`: `{1}: {consent: \"…\"}` with who agreed, and how; of a picture without people `{1}: {people: no}`"},
    {say_who_agreed,  // -
     "ví dụ: `consent: Cha mẹ các em trong ảnh đã ký phiếu, giữ tại văn phòng`; ảnh không có người thì ghi `people: no`", "for example `consent: The parents of all in it signed a form, kept at the office`; without people in it `people: no`"},
    {paste_as_unicode,  // -
     "chép lại từ bản gốc, hoặc chuyển sang Unicode (UTF-8) rồi dán lại", "paste it again from the original, or convert it to Unicode (UTF-8) first"},
    {get_again,  // -
     "chép lại tệp từ máy ảnh hoặc điện thoại, hoặc nhờ người gửi gửi lại", "copy the file from the camera or the phone again, or ask for it again"},
    {save_smaller,  // -
     "mở ảnh bằng một chương trình xem ảnh và lưu lại với cỡ nhỏ hơn", "open it in a program for pictures and save it smaller"},
    {save_picture_out,  // -
     "mở tài liệu ấy, lưu riêng từng ảnh ra thành tệp", "open the document and save the picture in it as a file of its own"},
    {indent_below,  // 0 key
     "thụt `{0}` vào thêm 2 dấu cách, dưới dòng mà nó thuộc về", "indent `{0}` by two more blanks, below the line to which it belongs"},
    {write_into,  // 0 file, 1 what
     "ghi `{1}` vào `{0}`", "write `{1}` into `{0}`"},
    {take_away,  // -
     "xóa nó, hoặc chuyển ra ngoài thư mục nội dung", "delete it, or move it out of the content folder"},
    {because_here,  // - (with a place)
     "vì chỗ này", "because of this"},
    {put_below,  // 0 line
     "viết ngay dưới dòng này: `{0}`", "write right below this line: `{0}`"},
    {close_by,  // 0 line
     "từ đây trở đi đều thành mã: viết một dòng {0} ở chỗ đoạn mã kết thúc", "all from here on becomes code: write a line {0} where the code ends"},
    {write_in_brackets,  // -
     "ở đây không có chú thích cuối trang: ghi lời chú thích trong ngoặc đơn ngay tại chỗ", "there are no footnotes here: write the note in brackets where it belongs"},
    {not_indented,  // -
     "dấu cách hoặc Tab ở đầu dòng biến chỗ này thành mã: xóa đi; nếu đúng là mã thì đặt giữa hai dòng ```", "the blanks or the tab in front make code of it: take them away; if it is code, put it between two lines ```"},
    {choose_version,  // -
     "hai người cùng sửa chỗ này: giữ lại lời đúng, xóa các dòng `<<<<<<<`, `=======`, `>>>>>>>`", "two people changed this: keep what is right, and delete the lines `<<<<<<<`, `=======`, `>>>>>>>`"},
    {keep_sign,  // 0 how to write it
     "nếu muốn hiện đúng như thế: `{0}`", "to show it just so: `{0}`"},
    {no_blanks_in_address,  // -
     "địa chỉ không có dấu cách: xóa nó đi, hoặc viết `%20`", "an address has no blanks: take them out, or write `%20`"},
    {blank_line_above,  // 0 line
     "để trống một dòng phía trên `{0}`", "leave a line empty above `{0}`"},
    {write_words,  // 0 example
     "ghi chữ để bấm vào: {0}", "write the words to click on: {0}"},
    {confirm_or_draft,  // -
     "`!confirm` chỉ đứng ngay sau dấu hai chấm của một trường; bài chưa chắc chắn thì ghi `status: draft` ở đầu tệp", "`!confirm` only stands right behind the colon of a field; a text that is not certain yet has `status: draft` at the top of its file"},
    {join_lines,  // -
     "nếu đây là phần tiếp của câu ở trên thì nối vào cuối dòng trên, hoặc thụt vào thẳng với chữ của câu ấy", "if it goes on with the text above, join it to the end of the line above or indent it like that text"},
    {list_or_prose,  // 0 text, 1 key
     "bỏ `{0}` đi; hoặc nếu tất cả là một bài viết thì ghi `{1}: |` rồi xuống dòng", "take `{0}` away; or, where all of it is one text, write `{1}: |` and the text below it"},
}};

constexpr bool complete_and_in_order() {
  for (std::size_t i = 0; i < hints.size(); ++i)
    if (hints[i].hint != static_cast<Hint>(i) || hints[i].vi.empty() || hints[i].en.empty()) return false;
  return true;
}
static_assert(complete_and_in_order(), "every Hint has its words, in the order of the enum");

}  // namespace

const HintText& text(Hint hint) { return hints[static_cast<std::size_t>(hint)]; }

}  // namespace base
