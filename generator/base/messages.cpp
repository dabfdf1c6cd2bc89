#include "base/messages.h"

#include <array>

namespace base {
namespace {

using enum Code;
constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;

// In the order of the enum. The comment behind a code says what its arguments are; "-" is none.
constexpr std::array<Message, static_cast<std::size_t>(Code::count_)> messages{{
    {not_a_regular_file, error, "not-a-regular-file",  // -
     "đây không phải là một tệp thường", "this is not a regular file"},
    {symbolic_link, error, "symbolic-link",  // -
     "đây là một liên kết (symlink), không phải tệp thật", "this is a symbolic link, not a file"},
    {file_too_large, error, "file-too-large",  // 0 size, 1 limit, both with unit: "12 MB"
     "tệp lớn {0}, quá mức cho phép là {1}", "the file has {0}, more than the {1} allowed"},
    {not_utf8, error, "not-utf8",  // 0 number of the line
     "dòng {0} không phải là chữ UTF-8", "line {0} is not UTF-8 text"},
    {not_utf8_utf16, error, "not-utf8-utf16",  // 0 what it looks like: "UTF-16", "Windows-1258"
     "tệp có vẻ được lưu theo bảng mã {0}, không phải UTF-8", "the file looks as if saved as {0}, not as UTF-8"},
    {control_character, error, "control-character",  // 0 "U+0007"
     "ở đây có ký tự điều khiển không nhìn thấy được {0}", "an unseen control character {0} stands here"},
    {garbled_letters, error, "garbled-letters",  // 0 word
     "`{0}` không đọc được: chữ dán từ một bảng mã khác", "`{0}` cannot be read: it was pasted in another encoding"},
    {unknown_file, error, "unknown-file",  // 0 path
     "không biết tệp `{0}` dùng để làm gì", "nothing uses the file `{0}`"},
    {missing_folder, error, "missing-folder",  // 0 path
     "không có thư mục `{0}`", "there is no folder `{0}`"},
    {missing_file, error, "missing-file",  // 0 path
     "không có tệp `{0}`", "there is no file `{0}`"},
    {file_type, error, "file-type",  // 0 path
     "loa không đăng loại tệp như `{0}`", "loa does not publish files of the type of `{0}`"},

    {yaml_duplicate_key, error, "yaml-duplicate-key",  // 0 key
     "`{0}` được ghi hai lần", "`{0}` is given twice"},
    {yaml_anchor, error, "yaml-anchor",  // 0 name, without &
     "không dùng được neo `&{0}` của YAML", "an anchor `&{0}` of YAML is not understood here"},
    {yaml_alias, error, "yaml-alias",  // 0 name, without *; or the text that begins with *
     "không dùng được tham chiếu `*{0}` của YAML", "an alias `*{0}` of YAML is not understood here"},
    {yaml_tag, error, "yaml-tag",  // 0 tag, with !
     "không dùng được thẻ `{0}` của YAML", "a tag `{0}` of YAML is not understood here"},
    {yaml_merge_key, error, "yaml-merge-key",  // -
     "không dùng được `<<` của YAML", "the merge key `<<` of YAML is not understood here"},
    {yaml_second_document, error, "yaml-second-document",  // -
     "dòng `---` mở một văn bản thứ hai trong cùng tệp", "a second document begins in the same file"},
    {yaml_multiline_quote, error, "yaml-multiline-quote",  // -
     "dấu ngoặc kép mở ở đây không đóng trên cùng dòng", "the quote that opens here does not close on its line"},
    {yaml_missing_colon, error, "yaml-missing-colon",  // 0 the line's text
     "dòng `{0}` thiếu dấu hai chấm", "the line `{0}` has no colon"},
    {yaml_key_not_plain, error, "yaml-key-not-plain",  // -
     "tên ở đầu dòng phải là một chữ đơn giản", "a key is not a plain word"},
    {yaml_too_deep, error, "yaml-too-deep",  // 0 limit
     "nội dung lồng nhau quá {0} tầng", "this is nested deeper than {0} levels"},
    {yaml_too_large, error, "yaml-too-large",  // 0 limit
     "tệp có hơn {0} mục", "the file has more than {0} values"},
    {yaml_colon_in_value, error, "yaml-colon-in-value",  // -
     "trên dòng này có thêm một dấu hai chấm", "there is a second colon on this line"},
    {yaml_tab, error, "yaml-tab",  // -
     "dòng này thụt vào bằng phím Tab", "this line is indented with a tab"},
    {yaml_dash, error, "yaml-dash",  // 0 sign
     "`{0}` ở đây không mở được một mục của danh sách", "`{0}` does not begin an item of a list here"},
    {yaml_indentation, error, "yaml-indentation",  // -
     "dòng này thụt vào không khớp với các dòng quanh nó", "this line is not indented like the lines around it"},
    {yaml_bracket_open, error, "yaml-bracket-open",  // 0 "[" or "{"
     "dấu `{0}` mở ở đây không đóng lại", "the `{0}` that opens here is never closed"},
    {yaml_comma_missing, error, "yaml-comma-missing",  // -
     "trước chỗ này thiếu dấu phẩy", "a comma is missing before this"},
    {yaml_reserved_character, error, "yaml-reserved-character",  // 0 the character
     "không viết được `{0}` ở đầu chỗ này", "nothing can begin with `{0}` here"},
    {yaml_text_after, error, "yaml-text-after",  // 0 the quote or bracket
     "sau dấu `{0}` đóng lại còn có chữ", "there is more behind the closing `{0}`"},
    {yaml_escape, error, "yaml-escape",  // 0 backslash and character
     "trong dấu ngoặc kép, `{0}` không có nghĩa", "`{0}` means nothing within double quotes"},
    {yaml_blank_missing, error, "yaml-blank-missing",  // 0 key with its colon
     "sau `{0}` thiếu dấu cách", "a blank is missing behind `{0}`"},
    {yaml_text_before, error, "yaml-text-before",  // 0 text
     "sau dấu hai chấm không thể có `{0}`, vì nội dung nằm ở các dòng dưới", "`{0}` cannot stand behind the colon, for the value is in the lines below"},
    {yaml_comma_in_text, error, "yaml-comma-in-text",  // -
     "trong `{…}`, dấu phẩy cắt đôi câu này", "within `{…}`, the comma cuts this text in two"},
    {yaml_key_commented, error, "yaml-key-commented",  // 0 the line
     "dòng `{0}` vẫn còn `#` ở đầu, mà các dòng ngay dưới nó thì không", "the line `{0}` still begins with `#`, and the lines below it do not"},
    {yaml_quote_lost, error, "yaml-quote-lost",  // 0 the quote
     "dấu `{0}` ở cuối câu này không được mở ở đầu câu", "the `{0}` at the end of this text was not opened at its beginning"},
    {yaml_hash, error, "yaml-hash",  // 0 what is lost
     "từ dấu `#` trở đi là ghi chú, không được đăng: `{0}`", "from `#` on it is a comment and not published: `{0}`"},
    {confirm_misplaced, error, "confirm-misplaced",  // -
     "`!confirm` ở đây không giữ lại được gì: chữ này sẽ bị đăng", "`!confirm` holds nothing back here: it would be published"},
    {front_matter_unclosed, error, "front-matter-unclosed",  // -
     "phần đầu trang mở bằng `---` ở đây nhưng không đóng lại", "the front matter that opens here is never closed"},
    {front_matter_unopened, error, "front-matter-unopened",  // -
     "phần đầu trang không mở bằng dòng `---`", "the front matter does not open with a line `---`"},

    {unknown_attribute, error, "unknown-attribute",  // 0 attribute, 1 of what: a field, a page, "theme.yaml"
     "`{1}` không có thuộc tính `{0}`", "unknown attribute `{0}` of `{1}`"},
    {missing_attribute, error, "missing-attribute",  // 0 attribute, 1 of what
     "`{1}` thiếu thuộc tính `{0}`", "`{1}` has no attribute `{0}`"},
    {unknown_kind, error, "unknown-kind",  // 0 kind
     "không có kiểu `{0}`", "unknown kind `{0}`"},
    {wrong_shape, error, "wrong-shape",  // 0 name, 1 shape expected, 2 shape found: terms
     "`{0}` phải là {1}, nhưng ở đây là {2}", "`{0}` is {2} where {1} is expected"},
    {name_not_plain, error, "name-not-plain",  // 0 name, 1 the sign that may stand in it: "_" or "-"
     "tên `{0}` phải bắt đầu bằng chữ thường và chỉ gồm a-z, 0-9 và {1}",
     "the name `{0}` is not made of a-z, 0-9 and {1} with a letter first"},
    {name_reserved, error, "name-reserved",  // 0 name
     "tên `{0}` đã được chương trình dùng", "the name `{0}` belongs to the program"},
    {field_declared_twice, error, "field-declared-twice",  // 0 field, 1 collection
     "trường `{0}` của `{1}` đã được khai báo", "field `{0}` of `{1}` is declared already"},
    {unknown_collection, error, "unknown-collection",  // 0 collection
     "không có loại nội dung `{0}`", "unknown collection `{0}`"},
    {unknown_trait, error, "unknown-trait",  // 0 trait
     "không có nhóm trường `{0}`", "unknown trait `{0}`"},
    {unknown_pattern_field, error, "unknown-pattern-field",  // 0 name in braces, 1 collection
     "`{1}` không có trường `{0}` để đặt vào mẫu này", "the pattern names `{0}`, which is no field of `{1}`"},
    {pattern_not_understood, error, "pattern-not-understood",  // 0 pattern
     "không hiểu mẫu `{0}`", "the pattern `{0}` is not understood"},
    {unknown_theme, error, "unknown-theme",  // 0 name or folder
     "không có giao diện `{0}`", "there is no theme `{0}`"},
    {theme_loop, error, "theme-loop",  // 0 themes: "a → b → a"
     "các giao diện dựa lên nhau thành vòng: {0}", "the themes extend one another in a loop: {0}"},
    {unknown_language, error, "unknown-language",  // 0 tag
     "trang web này không có ngôn ngữ `{0}`", "the site has no language `{0}`"},
    {not_a_language, error, "not-a-language",  // 0 what was written
     "`{0}` không phải là mã ngôn ngữ", "`{0}` is not the tag of a language"},
    {language_without_strings, error, "language-without-strings",  // 0 tag, 1 file expected
     "giao diện chưa có lời cho ngôn ngữ `{0}`: thiếu `{1}`", "the theme has no words in `{0}`: `{1}` is missing"},
    {missing_string, warning, "missing-string",  // 0 key, 1 tag of the language
     "lời `{0}` của giao diện chưa có bản `{1}`", "the theme's words `{0}` are missing in `{1}`"},
    {color_not_understood, error, "color-not-understood",  // 0 text
     "không hiểu màu `{0}`", "the colour `{0}` is not understood"},
    {contrast_too_low, error, "contrast-too-low",  // 0 colour, 1 colour of its ground, 2 light or dark, 3 contrast, 4 the least that will do
     "màu `{0}` khó nhìn trên nền `{1}` (`{2}`): tương phản {3}, cần ít nhất {4}", "the colour `{0}` is hard to see on `{1}` (`{2}`): a contrast of {3}, and at least {4} is needed"},
    {attribute_not_for_kind, error, "attribute-not-for-kind",  // 0 attribute, 1 kind
     "thuộc tính `{0}` không dùng cho kiểu `{1}`", "attribute `{0}` means nothing for kind `{1}`"},

    {unknown_field, error, "unknown-field",  // 0 field, 1 collection
     "không có trường `{0}` trong {1}", "unknown field `{0}` in {1}"},
    {missing_field, error, "missing-field",  // 0 field, 1 collection
     "thiếu trường `{0}` của {1}", "field `{0}` of {1} is missing"},
    {wrong_kind, error, "wrong-kind",  // 0 the author's text or shape, 1 field, 2 kind
     "`{0}` không dùng được cho trường `{1}` (kiểu {2})", "`{0}` does not fit field `{1}` of kind {2}"},
    {unknown_option, error, "unknown-option",  // 0 text, 1 field
     "`{0}` không có trong các lựa chọn của `{1}`", "`{0}` is not one of the options of `{1}`"},
    {reference_to_nothing, error, "reference-to-nothing",  // 0 id, 1 collection
     "không có `{0}` trong {1}", "there is no `{0}` in {1}"},
    {duplicate_id, error, "duplicate-id",  // 0 id, 1 collection
     "{1} đã có một mục tên `{0}`", "{1} has an entry `{0}` already"},
    {id_not_plain, error, "id-not-plain",  // 0 id
     "mã `{0}` chỉ được gồm a-z, 0-9 và dấu gạch nối", "the id `{0}` is not made of a-z, 0-9 and hyphens"},
    {missing_translation, warning, "missing-translation",  // 0 field, 1 tag of the language
     "`{0}` chưa có bản `{1}`", "`{0}` is missing in `{1}`"},
    {stale_translation, warning, "stale-translation",  // 0 language, 1 field
     "bản `{0}` của `{1}` cũ hơn bản gốc", "`{0}` of `{1}` is older than the text that it translates"},
    {to_confirm, warning, "to-confirm",  // 0 field, 1 what is not published for it: "@it", "@whole_item", "@whole_entry"
     "`{0}` còn phải xác nhận, nên {1} chưa đăng", "`{0}` is still to be confirmed, so {1} is not published"},
    {refers_to_hidden, warning, "refers-to-hidden",  // 0 id, 1 collection
     "`{0}` ({1}) không được đăng, nên ở đây cũng không hiện", "`{0}` ({1}) is not published, so it is not shown here"},
    {day_unknown, error, "day-unknown",  // 0 date
     "chưa biết hôm nay là ngày nào, nên không biết đã đến {0} hay chưa", "it is not known what day it is, nor so whether {0} has come"},
    {languages_differ, error, "languages-differ",  // 0 field, 1 tag, 2 tag
     "`{0}` không giống nhau ở `{1}` và `{2}`", "`{0}` differs between `{1}` and `{2}`"},
    {number_out_of_range, error, "number-out-of-range",  // 0 number, 1 what is allowed: "1 … 5", "≥ 1"
     "{0} nằm ngoài mức cho phép: {1}", "{0} is outside of what is allowed: {1}"},
    {list_length, error, "list-length",  // 0 field, 1 length, 2 what is allowed: "1 … 5", "≥ 1"
     "`{0}` có {1} mục, ngoài mức cho phép: {2}", "`{0}` has the length {1}, outside of what is allowed: {2}"},
    {given_by_file, error, "given-by-file",  // 0 field
     "`{0}` đã có từ đường dẫn hoặc phần bài viết của tệp này", "`{0}` is given by this file's path or text already"},
    {relative_when_loop, error, "relative-when-loop",  // 0 path of the field
     "ngày `{0}` được tính từ chính nó", "the date `{0}` is counted from itself"},

    {when_not_understood, error, "when-not-understood",  // 0 text
     "không hiểu ngày `{0}`", "the date `{0}` is not understood"},
    {when_no_such_day, error, "when-no-such-day",  // 0 text
     "lịch không có ngày `{0}`", "the calendar has no day `{0}`"},
    {when_ends_before_start, error, "when-ends-before-start",  // 0 text
     "`{0}` kết thúc trước khi bắt đầu", "`{0}` ends before it begins"},

    {markdown_too_large, error, "markdown-too-large",  // 0 size, 1 limit, both with unit
     "bài viết lớn {0}, quá mức cho phép là {1}", "the text has {0}, more than the {1} allowed"},
    {markdown_too_many_bars, error, "markdown-too-many-bars",  // 0 limit
     "dòng này có hơn {0} dấu `|`", "the line has more than {0} bars `|`"},
    {markdown_table_too_large, error, "markdown-table-too-large",  // 0 limit
     "bảng này có hơn {0} ô", "the table has more than {0} cells"},
    {markdown_too_many_brackets, error, "markdown-too-many-brackets",  // 0 limit
     "bài viết có hơn {0} dấu ngoặc vuông `[`", "the text has more than {0} square brackets `[`"},
    {markdown_raw_html, error, "markdown-raw-html",  // 0 the HTML, shortened by the caller
     "không viết được mã HTML trong bài: `{0}`", "raw HTML in the text: `{0}`"},
    {link_scheme, error, "link-scheme",  // 0 address
     "không đặt được liên kết tới `{0}`", "a link to `{0}` is not allowed"},
    {link_dead, error, "link-dead",  // 0 address
     "liên kết `{0}` không dẫn tới đâu trong trang web này", "the link `{0}` leads to nothing on this site"},
    {link_to_hidden, warning, "link-to-hidden",  // 0 address
     "trang `{0}` không được đăng, nên chữ này không thành liên kết", "the page `{0}` is not published, so these words are no link"},
    {link_to_this_machine, error, "link-to-this-machine",  // 0 address
     "`{0}` chỉ mở được trên máy của bạn", "`{0}` only opens on your own computer"},
    {link_with_blanks, error, "link-with-blanks",  // 0 address
     "địa chỉ `{0}` có dấu cách, nên không thành liên kết hay ảnh", "the address `{0}` has blanks in it, so it becomes no link or picture"},
    {link_torn, error, "link-torn",  // 0 address
     "giữa `]` và `({0})` có dấu cách, nên không thành ảnh", "there is a blank between `]` and `({0})`, so it becomes no picture"},
    {link_empty, warning, "link-empty",  // 0 address
     "liên kết tới `{0}` không có chữ nào, nên không ai thấy nó", "the link to `{0}` has no words, so nobody sees it"},
    {markdown_shown_raw, warning, "markdown-shown-raw",  // 0 what is shown, shortened by the caller
     "`{0}` sẽ hiện ra trên trang y như đã gõ, cả các dấu", "`{0}` is shown on the page just as it was typed, signs and all"},
    {heading_by_accident, warning, "heading-by-accident",  // 0 the line below, 1 the text, shortened by the caller
     "dòng `{0}` ở đây biến cả đoạn `{1}` thành tiêu đề", "the line `{0}` makes a heading of all of `{1}`"},
    {anchor_dead, error, "anchor-dead",  // 0 fragment with #, 1 page
     "trang `{1}` không có chỗ nào tên `{0}`", "there is no `{0}` on the page `{1}`"},
    {image_missing, error, "image-missing",  // 0 path
     "không có ảnh `{0}`", "there is no picture `{0}`"},
    {image_alt_missing, error, "image-alt-missing",  // 0 path
     "ảnh `{0}` chưa có lời mô tả", "the picture `{0}` has no description"},
    {image_remote, error, "image-remote",  // 0 address
     "ảnh `{0}` không phải là tệp trong thư mục nội dung", "the picture `{0}` is not a file of the content"},
    {image_type, error, "image-type",  // 0 path
     "không dùng được loại ảnh của `{0}`", "`{0}` is not a kind of picture that browsers show"},
    {markdown_too_deep, error, "markdown-too-deep",  // 0 limit
     "bài viết lồng nhau quá {0} tầng", "the text is nested deeper than {0} levels"},

    {picture_consent_missing, error, "picture-consent-missing",  // 0 name
     "chưa ghi ảnh `{0}` có người hay không, và ai đã đồng ý cho đăng", "nobody has said whether there are people in the picture `{0}`, and who agreed to its publication"},
    {picture_consent_unclear, error, "picture-consent-unclear",  // 0 name, 1 text
     "với ảnh `{0}`, `{1}` chưa nói ai đã đồng ý, bằng cách nào", "of the picture `{0}`, `{1}` does not say who agreed, and how"},
    {picture_broken, error, "picture-broken",  // 0 name
     "ảnh `{0}` bị hỏng hoặc thiếu một phần, không mở được", "the picture `{0}` is damaged or cut off and cannot be opened"},
    {picture_disguised, error, "picture-disguised",  // 0 name, 1 end of its name, 2 what it is: "png", or "@no_picture"
     "tên tệp `{0}` ghi là {1}, nhưng bên trong là {2}", "the name of `{0}` says {1}, but it holds {2}"},
    {picture_too_large, error, "picture-too-large",  // 0 name, 1 size, 2 limit, both with unit: "45 MB", "20000×10000 (200 MP)"
     "ảnh `{0}` quá lớn: {1}, nhiều nhất là {2}", "the picture `{0}` is too large: {1}, at most {2}"},

    {duplicate_url, error, "duplicate-url",  // 0 address
     "hai trang có cùng địa chỉ `{0}`", "two pages have the address `{0}`"},
    {url_not_plain, error, "url-not-plain",  // 0 address
     "địa chỉ `{0}` phải chỉ gồm a-z, 0-9, - và /", "the address `{0}` is not made of a-z, 0-9, - and /"},
    {url_part_missing, error, "url-part-missing",  // 0 field, 1 pattern of the address
     "địa chỉ `{1}` cần trường `{0}` nhưng trường này không có gì", "the address `{1}` needs field `{0}`, which holds nothing for it"},
    {no_pages, error, "no-pages",  // -
     "trang web này không có trang nào", "the site has no pages"},

    {no_redirect_template, error, "no-redirect-template",  // 0 address
     "giao diện không có mẫu `redirect` cho trang chuyển tiếp từ `{0}`", "the theme has no template `redirect` for the page that leads on from `{0}`"},
    {address_dies, warning, "address-dies",  // 0 address
     "địa chỉ `{0}` đã đăng mà bản mới không còn: liên kết cũ sẽ hỏng", "the address `{0}` is published and would be gone: old links to it break"},
    {rule_broken, error, "rule-broken",  // 0 what the rule says, 1 name of the rule
     "{0} (quy tắc `{1}`)", "{0} (rule `{1}`)"},
    {rule_warning, warning, "rule-warning",  // 0 what the rule says, 1 name of the rule
     "{0} (quy tắc `{1}`)", "{0} (rule `{1}`)"},
    {digits_differ, warning, "digits-differ",  // 0 languages with the numbers that only they have
     "con số chỉ có ở một ngôn ngữ: {0}", "numbers in one language only: {0}"},
    {wording_differs, warning, "wording-differs",  // 0 numbers
     "lời ghi ngày có con số mà ngày không có: {0}", "numbers in the wording of a date that the date does not have: {0}"},
    {figure_unsaid, warning, "figure-unsaid",  // 0 numbers
     "lời này không nói đến con số đã ghi ở bên cạnh: {0}", "figures given beside this text that it does not say: {0}"},

    {private_phone, warning, "private-phone",  // 0 number
     "số điện thoại `{0}` không có trong trường số điện thoại nào, có thể là số riêng của ai đó", "the phone number `{0}` is in no field for phone numbers, so it may be somebody's own"},
    {private_email, warning, "private-email",  // 0 address
     "địa chỉ thư `{0}` có thể là của riêng một người", "the e-mail address `{0}` may be somebody's own"},
    {private_person, warning, "private-person",  // 0 name, 1 what stands beside it
     "`{0}` đứng cạnh `{1}`: người đọc có thể biết đó là ai", "`{0}` stands beside `{1}`: readers may know who that is"},
    {checked_unused, warning, "checked-unused",  // 0 words
     "`{0}` không có trong lời nào của mục này", "`{0}` stands in no text of this entry"},
    {former_year, warning, "former-year",  // 0 words with the year, 1 the year
     "vẫn ghi `{0}`: lời này chưa sửa chữ nào so với năm {1}", "still says `{0}`: not a word was changed since {1}"},

    {template_syntax, error, "template-syntax",  // 0 what stands there, 1 what is expected (in the tongue of templates)
     "không hiểu `{0}` ở đây, cần `{1}`", "`{0}` is not understood here where `{1}` is expected"},
    {template_undefined, error, "template-undefined",  // 0 name
     "không có gì tên `{0}`", "nothing is called `{0}` here"},
    {template_unclosed, error, "template-unclosed",  // 0 what opens: "{% if"
     "`{0}` mở ở đây nhưng không đóng lại", "the `{0}` that opens here is never closed"},
    {template_unknown_filter, error, "template-unknown-filter",  // 0 name
     "không có bộ lọc `{0}`", "unknown filter `{0}`"},
    {template_unknown_test, error, "template-unknown-test",  // 0 name
     "không có phép thử `{0}`", "unknown test `{0}`"},
    {template_wrong_arguments, error, "template-wrong-arguments",  // 0 filter or function, 1 how it is called
     "`{0}` được gọi chưa đúng, cách gọi là `{1}`", "`{0}` is not called as `{1}`"},
    {template_unsafe_place, error,
     "template-unsafe-place",  // 0 the place: "<script>", "onclick", "an unquoted attribute"
     "không được đưa nội dung vào `{0}`", "content may not stand in `{0}`"},
    {template_not_found, error, "template-not-found",  // 0 file name
     "không có mẫu `{0}`", "there is no template `{0}`"},
    {template_loop, error, "template-loop",  // 0 templates: "a.html → b.html → a.html"
     "các mẫu gọi nhau thành vòng: {0}", "the templates call one another in a loop: {0}"},
    {template_wrong_value, error, "template-wrong-value",  // 0 what was to be done, 1 kind of the value
     "không dùng được `{0}` với {1}", "`{0}` does not work on {1}"},
    {template_html_open, error, "template-html-open",  // 0 what ends: "{% if", a file name, 1 what is open: "<a", "href=""
     "`{0}` kết thúc khi `{1}` của HTML còn đang mở", "`{0}` ends while the HTML of `{1}` is still open"},
    {template_limit, error, "template-limit",  // 0 number with unit: "16 MiB", or a number of levels
     "chỗ này vượt quá giới hạn {0}", "this passes the limit of {0}"},

    {output_overlaps, error, "output-overlaps",  // 0 output, 1 the other folder
     "thư mục kết quả `{0}` chồng lên `{1}`", "the output folder `{0}` overlaps `{1}`"},
    {output_foreign, error, "output-foreign",  // 0 output
     "thư mục `{0}` không phải do loa tạo ra nên loa không ghi đè",
     "the folder `{0}` was not made by loa, and loa replaces nothing else"},
    {output_foreign_file, error, "output-foreign-file",  // 0 path
     "tệp `{0}` không phải do loa tạo ra, dựng lại sẽ làm mất nó", "`{0}` was not made by loa and would be lost"},
    {output_path_unsafe, error, "output-path-unsafe",  // 0 path of the file
     "không ghi được tệp có đường dẫn `{0}`", "a file of the site cannot be called `{0}`"},
    {output_collision, error, "output-collision",  // 0 path of a file or folder, 1 the other path
     "`{0}` và `{1}` không thể cùng có trên mọi máy", "`{0}` and `{1}` cannot both be there on every computer"},
}};

constexpr bool complete_and_in_order() {
  for (std::size_t i = 0; i < messages.size(); ++i)
    if (messages[i].code != static_cast<Code>(i) || messages[i].name.empty() || messages[i].vi.empty() ||
        messages[i].en.empty())
      return false;
  return true;
}
static_assert(complete_and_in_order(), "every Code has one message, in the order of the enum");

}  // namespace

const Message& message(Code code) { return messages[static_cast<std::size_t>(code)]; }

std::span<const Message> all_messages() { return messages; }

std::string_view term(std::string_view argument, Tongue tongue) {
  struct Term {
    std::string_view name, vi, en;
  };
  static constexpr Term terms[] = {
      {"@nothing", "chỗ trống", "nothing"},   {"@text", "chữ", "text"},       {"@list", "danh sách", "a list"},
      {"@mapping", "nhóm `tên: giá trị`", "a mapping"}, {"@number", "số", "a number"},
      {"@it", "chỗ này", "it"}, {"@whole_item", "cả mục nhỏ này", "the whole item"}, {"@whole_entry", "cả mục này cùng trang của nó", "the whole entry with its page"},
      {"@document", "tài liệu (Word, Excel, PDF …)", "a document (Word, Excel, PDF …)"},
      {"@no_picture", "thứ khác, không phải ảnh", "no picture at all"},
      {"@plain_line", "chữ trên một dòng, không có `\\`", "text on one line without `\\`"},
  };
  for (const auto& one : terms)
    if (one.name == argument) return tongue == Tongue::vi ? one.vi : one.en;
  return argument;
}

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' && pattern[i + 1] >= '0' &&
                       pattern[i + 1] <= '9';
    if (!place) {
      out += pattern[i];
      continue;
    }
    const std::size_t number = static_cast<std::size_t>(pattern[i + 1] - '0');
    if (number < arguments.size()) out += arguments[number];
    i += 2;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace base
