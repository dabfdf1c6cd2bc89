#include "base/failure.h"

#include <cerrno>
#include <cstring>
#include <string_view>

#include "base/excerpt.h"

namespace base {
namespace {

Words pattern(Task task) {
  switch (task) {
    case Task::read: return {"không đọc được `{0}`", "cannot read `{0}`"};
    case Task::write: return {"không ghi được `{0}`", "cannot write `{0}`"};
    case Task::lock: return {"không khóa được `{0}`", "cannot lock `{0}`"};
    case Task::exchange: return {"không thay được `{0}` bằng bản mới", "cannot put the new site in place of `{0}`"};
    case Task::remove: return {"không xóa được `{0}`", "cannot remove `{0}`"};
    case Task::roll_back: return {"không đưa `{0}` về bản trước được", "cannot take `{0}` back to the site before"};
    case Task::listen: return {"không mở được cổng nào từ `{0}` trở đi", "cannot open a port from `{0}` on"};
    case Task::load_library: return {"không tải được thư viện ảnh `{0}`; hãy cài gói libvips42", "cannot load `{0}`, which reads pictures; install the package libvips42"};
  }
  return {};
}

/// Why, in words for people; what is rare is told in the system's own words.
std::string why(Task task, int error, Tongue tongue) {
  if (task == Task::roll_back && error == 0)
    return std::string(Words{"không có bản nào trọn vẹn trước đó", "there is no whole site from before"}.in(tongue));
  if (error == 0) return {};
  if (error == EWOULDBLOCK && task == Task::lock)
    return std::string(Words{"một lần dựng trang khác đang chạy, hãy đợi nó xong",
                             "another build is at work there, wait for it to end"}
                           .in(tongue));
  if (tongue == Tongue::vi) switch (error) {
      case ENOENT: return "không có tệp hay thư mục này";
      case EACCES:
      case EPERM: return "không có quyền";
      case ENOSPC: return "ổ đĩa đã đầy";
      case EDQUOT: return "đã hết dung lượng được cấp";
      case EROFS: return "ổ đĩa chỉ cho đọc";
      case EISDIR: return "đây là một thư mục";
      case ENOTDIR: return "một phần của đường dẫn không phải là thư mục";
      case EXDEV: return "hai thư mục nằm trên hai ổ đĩa khác nhau";
      case EADDRINUSE: return "đã có chương trình khác dùng";
      case EBUSY: return "thư mục đang được hệ thống dùng";
      case EIO: return "ổ đĩa có lỗi";
      case EMFILE:
      case ENFILE: return "có quá nhiều tệp đang mở";
      default: break;
    }
  const char* words = strerrordesc_np(error);  // the same words in every locale
  return words ? words : "error " + std::to_string(error);
}

std::string sentence(Task task, const std::string& path, int error, Tongue tongue) {
  const std::string reason = why(task, error, tongue);
  return printable(fill(pattern(task).in(tongue), {path})) + (reason.empty() ? "" : ": " + reason);
}

}  // namespace

Failure::Failure(Task tried, std::string at, int number)
    : std::runtime_error(sentence(tried, at, number, Tongue::en)), task(tried), path(std::move(at)), error(number) {}

std::string to_text(const Failure& failure, Tongue tongue) {
  return std::string(Words{"lỗi: ", "error: "}.in(tongue)) +
         sentence(failure.task, failure.path, failure.error, tongue);
}

}  // namespace base
