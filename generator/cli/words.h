// What the program says about itself: help, summary, progress; in Vietnamese and English side by side.
#pragma once

#include <string_view>

#include "base/messages.h"

namespace cli {

using base::Words;

namespace words {
inline constexpr Words program{"loa: làm trang thông tin nhiều thứ tiếng từ một thư mục Markdown và YAML.",
                               "loa: makes a public information site in several languages from one folder of Markdown and YAML."};
inline constexpr Words build{"Kiểm tra nội dung, làm trang và xuất bản.", "Checks the content, makes the site and publishes it."};
inline constexpr Words check{"Như build nhưng không ghi gì: chỉ báo lỗi.", "Like build, but writes nothing: only reports mistakes."};
inline constexpr Words list{"Kể ra những gì chưa đăng hoặc thôi đăng, vì sao, và ngày trang tự thay đổi lần tới.",
                            "Tells what is not published and why, and when the site next changes by itself."};
inline constexpr Words begin{"Bắt đầu một năm mới, hoặc một mục mới của bất kỳ bộ sưu tập nào.", "Begins a new year, or a new entry of any collection."};
inline constexpr Words manual{"Ghi sổ tay (man) và phần gợi ý của bash, zsh, fish; dùng khi cài đặt.",
                              "Writes the manual pages and the completion of bash, zsh and fish; for installing."};
inline constexpr Words pack{"Gói nguồn, trang và báo cáo vào một tệp .zip.", "Puts source, site and a report into one .zip."};
inline constexpr Words unpack{"Giải một gói ra để làm tiếp trên máy khác.", "Unpacks a package, to go on on another computer."};
inline constexpr Words rollback{"Đưa bản xuất bản ngay trước đó trở lại.", "Brings the publication before the last one back."};
inline constexpr Words schema{"Ghi cho trình soạn thảo biết mỗi tệp nội dung có những trường nào: gợi ý và báo lỗi ngay khi gõ.",
                              "Writes down for text editors which fields each file of the content has: they complete and check while one types."};
inline constexpr Words serve{"Cho xem trang ngay trên máy này và làm lại mỗi khi lưu; không ghi gì.",
                             "Shows the site on this computer, and anew whenever something is saved; writes nothing."};
inline constexpr Words translations{"Kể bản dịch nào thiếu, cũ hơn bản gốc, hoặc lệch con số.", "Tells which translations are missing, older than their text, or say other numbers."};
inline constexpr Words content{"Thư mục nội dung.", "Folder of the content."};
inline constexpr Words theme{"Thư mục giao diện.", "Folder of the theme."};
inline constexpr Words output{"Thư mục xuất bản: máy chủ web trỏ vào đây.", "Folder to publish to: the web server's root."};
inline constexpr Words base_url{"Địa chỉ của trang khi lên mạng, thay cho base_url trong site.yaml.",
                                "Address of the site on the web, in place of base_url in site.yaml."};
inline constexpr Words portable{"Làm trang mở được ngay từ tệp (USB, không cần máy chủ): mọi liên kết là tương đối. Nên kèm --output.",
                                "For pages that are opened as files (a USB stick, no server): every link is relative. Best with --output."};
inline constexpr Words compress{"Thêm bản nén .gz và .br bên cạnh các tệp văn bản, cho máy chủ biết gửi chúng.",
                                "Adds .gz and .br beside the files of text, for servers that can send them."};
inline constexpr Words jobs{"Số luồng cùng làm; mặc định: số nhân của máy.", "Number of threads; by default as many as the machine has cores."};
inline constexpr Words today{"Ngày mà trang coi là hôm nay: 2027-05-01, 2027-05-01T08:00 hoặc now (theo đồng hồ của máy); không ghi thì loa không xem đồng hồ.",
                             "The day that the site takes for today: 2027-05-01, 2027-05-01T08:00 or now (what the clock says); without it loa looks at no clock."};
inline constexpr Words messages{"Ngôn ngữ của thông báo: vi hoặc en; mặc định theo máy.", "Language of messages: vi or en; by default the locale's."};
inline constexpr Words format{"Dạng của thông báo: text cho người, json cho chương trình khác.",
                              "Form of messages: text for people, json for programs."};
inline constexpr Words strict{"Thiếu bản dịch, hoặc bản dịch cũ hơn bản gốc, cũng là lỗi.", "A missing or stale translation is a mistake, not a warning."};
inline constexpr Words help{"In phần này.", "Prints this."};
inline constexpr Words version{"In phiên bản.", "Prints the version."};
inline constexpr Words needs_command{"Cần một lệnh, ví dụ `loa build`. Xem `loa --help`.",
                                     "A command is needed, for example `loa build`. See `loa --help`."};
inline constexpr Words not_a_day{"không phải một ngày dạng 2024-06-01 hay 2024-06-01T08:00", "is not a day like 2024-06-01 or 2024-06-01T08:00"};
inline constexpr Words not_a_base_url{"không phải địa chỉ dạng https://…/", "is not an address like https://…/"};
inline constexpr Words example_program{"Ví dụ:\n  loa build\n  loa check --messages vi",
                                       "Examples:\n  loa build\n  loa check --messages vi"};
inline constexpr Words example_build{
    "Ví dụ:\n  loa build\n  loa build --content content --theme themes/default --output public\n  loa build --base-url https://vi-du.vn/tre-em/ --compress\n  loa build --portable --output usb\n\n"
    "Có lỗi thì trang đã xuất bản giữ nguyên.\nMã thoát: 0 xong, 1 nội dung hoặc giao diện có lỗi, 2 dùng lệnh sai, 3 máy hỏng việc (đĩa, quyền).",
    "Examples:\n  loa build\n  loa build --content content --theme themes/default --output public\n  loa build --base-url https://example.org/children/ --compress\n  loa build --portable --output usb\n\n"
    "With mistakes, what is published stays as it is.\nExit status: 0 done, 1 mistakes in content or theme, 2 wrong use, 3 the machine failed (disk, permission)."};
inline constexpr Words example_check{"Ví dụ:\n  loa check\n  loa check --strict --format json",
                                     "Examples:\n  loa check\n  loa check --strict --format json"};
inline constexpr Words example_list{
    "Ví dụ:\n  loa list\n  loa list --drafts\n  loa list --upcoming --today 2027-05-01\n\nKhông ghi --today thì theo đồng hồ của máy, múi giờ của trang.",
    "Examples:\n  loa list\n  loa list --drafts\n  loa list --upcoming --today 2027-05-01\n\nWithout --today it is what the clock says, in the time zone of the site."};
inline constexpr Words example_new{
    "Ví dụ:\n  loa new\n  loa new year 2027\n  loa new forum period=2027 place=lang-son\n  loa new page --id lien-he --title.vi \"Liên hệ\" --title.en \"Contact\"\n\n"
    "Tên trường và giá trị ghi như trên; chỗ nào bắt buộc mà chưa có thì được hỏi, hoặc để `!confirm` trong tệp.\nKhông có gì đang có bị thay đổi.",
    "Examples:\n  loa new\n  loa new year 2027\n  loa new forum period=2027 place=lang-son\n  loa new page --id contact --title.vi \"Liên hệ\" --title.en \"Contact\"\n\n"
    "Fields and their values are given like this; what must be there and is not given is asked for, or marked `!confirm` in the file.\nNothing that is there is changed."};
inline constexpr Words example_manual{"Ví dụ:\n  loa manual --output share", "Examples:\n  loa manual --output share"};
inline constexpr Words example_pack{
    "Ví dụ:\n  loa pack\n  loa pack --output-file ban-giao.zip\n  loa pack --theme themes/lang-son --today 2027-05-01\n\n"
    "Nội dung còn lỗi thì không gói. Cùng nội dung thì ra đúng tệp ấy, từng byte.",
    "Examples:\n  loa pack\n  loa pack --output-file handover.zip\n  loa pack --theme themes/lang-son --today 2027-05-01\n\n"
    "With mistakes nothing is packed. The same content gives the same file, byte for byte."};
inline constexpr Words example_unpack{
    "Ví dụ:\n  loa unpack ban-giao.zip\n  loa unpack ban-giao.zip --into trang\n\n"
    "Thư mục phải mới hoặc trống. Gói có gì không ổn thì không giải tệp nào.\nMã thoát: 0 xong, 1 gói không dùng được, 2 dùng lệnh sai, 3 máy hỏng việc (đĩa, quyền).",
    "Examples:\n  loa unpack handover.zip\n  loa unpack handover.zip --into site\n\n"
    "The folder has to be new or empty. Where anything in the package is not right, nothing is unpacked.\nExit status: 0 done, 1 the package is of no use, 2 wrong use, 3 the machine failed (disk, permission)."};
inline constexpr Words example_rollback{"Ví dụ:\n  loa rollback\n  loa rollback --output public\n\nGọi hai lần là trở về như cũ.",
                                        "Examples:\n  loa rollback\n  loa rollback --output public\n\nCalled twice, it is as before."};
inline constexpr Words example_schema{"Ví dụ:\n  loa schema\n  loa schema --output schemas\n\nChạy lại khi khai báo hoặc danh sách (địa phương, cơ quan …) thay đổi.",
                                      "Examples:\n  loa schema\n  loa schema --output schemas\n\nTo be run again when a declaration or a list (places, agencies …) changed."};
inline constexpr Words example_serve{
    "Ví dụ:\n  loa serve\n  loa serve --port 9000\n\nChỉ máy này xem được. Có lỗi thì lỗi hiện ngay trên trang và bản tốt gần nhất nằm bên dưới.\nKhông ghi --today thì theo đồng hồ của máy, múi giờ của trang.",
    "Examples:\n  loa serve\n  loa serve --port 9000\n\nOnly this computer can see it. Mistakes are shown over the page, and the last good one stays beneath.\nWithout --today it is what the clock says, in the time zone of the site."};
inline constexpr Words example_translations{
    "Ví dụ:\n  loa translations\n  loa translations --accept content/2024/lang-son/forum.yaml:27\n  loa translations --format json\n\n"
    "loa nhớ bản dịch nào dịch từ bản gốc nào trong content/translations.lock: giữ tệp này cùng nội dung.\nMã thoát 1 khi còn bản thiếu hoặc cũ. Với --strict, loa build không đăng khi còn.",
    "Examples:\n  loa translations\n  loa translations --accept content/2024/lang-son/forum.yaml:27\n  loa translations --format json\n\n"
    "loa remembers in content/translations.lock what was translated from what: keep the file with the content.\nExit status 1 while something is missing or stale. With --strict, loa build does not publish then."};
inline constexpr Words pages_of{"Đang làm trang {0}/{1}", "Page {0} of {1}"};
inline constexpr Words reading{"Đang đọc nội dung", "Reading the content"};
inline constexpr Words summary{"{0} trang, {1} ngôn ngữ, {2} giây: {3}", "{0} pages, {1} languages, {2} s: {3}"};
inline constexpr Words changes{"{0} mới hoặc đổi, {1} giữ nguyên, {2} bỏ đi, trong {3}/", "{0} new or changed, {1} as they were, {2} gone, in {3}/"};
inline constexpr Words nothing_written{"không có lỗi, không ghi gì", "no mistakes, nothing written"};
inline constexpr Words nothing_changed{"không có gì thay đổi trong {0}/", "nothing changed in {0}/"};
inline constexpr Words stopped{"{0}, {1}; trang đã xuất bản giữ nguyên", "{0}, {1}; what is published stays as it was"};
inline constexpr Words one_mistake{"1 lỗi", "1 mistake"}, many_mistakes{"{0} lỗi", "{0} mistakes"};
inline constexpr Words one_warning{"1 cảnh báo", "1 warning"}, many_warnings{"{0} cảnh báo", "{0} warnings"};
inline constexpr Words one_file{"1 tệp", "1 file"}, many_files{"{0} tệp", "{0} files"};
inline constexpr Words rolled_back{"{0}/ đã trở lại bản trước", "{0}/ is the publication before again"};
}  // namespace words

}  // namespace cli
