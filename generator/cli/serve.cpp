#include "serve/serve.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <iostream>
#include <memory>

#include "cli/site_options.h"

namespace cli {

namespace {

using base::fill;

constexpr Words port_to_try{"Cổng để xem; đã có chương trình khác dùng thì lấy cổng trống kế tiếp.", "Port to show the site at; where it is taken, the next free one."};
constexpr Words taken{"Cổng {0} đã có chương trình khác dùng.", "Port {0} is taken."};
constexpr Words address{"Xem trang tại http://localhost:{0}/  (Ctrl-C để dừng)", "The site is at http://localhost:{0}/  (Ctrl-C to stop)"};
constexpr Words translations{"Bản dịch:         http://localhost:{0}/.loa/translations", "Translations:   http://localhost:{0}/.loa/translations"};
constexpr Words as_published{"Như khi đăng: không có bản nháp và những gì chưa đến ngày.", "As it will be published: without drafts and what is for a later day."};
constexpr Words good{"{0}  {1} trang, {2} giây, {3} cảnh báo", "{0}  {1} pages, {2} s, warnings: {3}"};
constexpr Words bad{"{0}  lỗi: {1}, cảnh báo: {2}; bản tốt gần nhất vẫn giữ nguyên", "{0}  mistakes: {1}, warnings: {2}; the last good page stays"};
constexpr Words bad_from_the_start{"{0}  lỗi: {1}, cảnh báo: {2}; sửa xong thì trang sẽ hiện", "{0}  mistakes: {1}, warnings: {2}; there will be a page once they are mended"};

struct Typed {
  SiteOptions site;
  int port = 8000;
  bool as_published = false;
};

std::string time_of_day() { return fmt::format("{:%H:%M:%S}", fmt::localtime(std::time(nullptr))); }

std::string line_of(const serve::Built& built, base::Tongue tongue) {
  const auto number = [](auto value) { return std::to_string(value); };
  const auto mistakes = number(built.mistakes.size()), warnings = number(built.warnings.size());
  if (!built.sound) return fill((built.is_shown ? bad : bad_from_the_start).in(tongue), {time_of_day(), mistakes, warnings});
  std::string seconds = fmt::format("{:.2f}", built.seconds);
  if (tongue == base::Tongue::vi) std::ranges::replace(seconds, '.', ',');
  return fill(good.in(tongue), {time_of_day(), number(built.pages), seconds, warnings});
}

Status show(const Typed& typed, const Manner& manner) {
  const auto tongue = manner.tongue;
  serve::Listener listener;
  listener.opened = [&](int port) {
    if (port != typed.port) std::cout << fill(taken.in(tongue), {std::to_string(typed.port)}) << '\n';
    std::cout << fill(address.in(tongue), {std::to_string(port)}) << '\n' << fill(translations.in(tongue), {std::to_string(port)}) << std::endl;
  };
  // What was told already is not told again with every word that is saved.
  listener.built = [&, before = serve::Built()](const serve::Built& built) mutable {
    for (const auto& warning : built.warnings)
      if (std::ranges::find(before.warnings, warning) == before.warnings.end()) std::cerr << warning;
    if (built.mistakes != before.mistakes)
      for (const auto& mistake : built.mistakes) std::cerr << mistake;
    std::cerr << std::flush;
    std::cout << line_of(built, tongue) << std::endl;
    before = built;
  };
  auto site = typed.site.asked();
  site.drafts = !typed.as_published;
  serve::run({std::move(site), typed.site.strict, typed.port, tongue}, listener);
  return done;
}

}  // namespace

Command::Run declare_serve(Options& options) {
  auto typed = std::make_shared<Typed>();
  typed->site.typed.by_clock = true;
  typed->site.declare_folders(options);
  options.number("--port", typed->port, port_to_try, "PORT [8000]", 1, 65535);
  options.flag("--published", typed->as_published, as_published);
  typed->site.declare_reading(options);
  return [typed](const Manner& manner) { return show(*typed, manner); };
}

}  // namespace cli
