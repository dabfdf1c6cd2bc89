#include "outputs/outputs.h"

namespace outputs {

std::span<const Output> all() {
  static constexpr Output table[] = {
      {"assets", assets},
      {"calendars", calendars},
      {"data", data},
      {"feeds", feeds},
      {"media", media},
      {"offline", offline, true},
      {"search", search},
      {"sitemap", sitemap},
  };
  return table;
}

}  // namespace outputs
