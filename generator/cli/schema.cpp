#include <iostream>
#include <memory>

#include "base/html.h"
#include "cli/report.h"
#include "cli/site_options.h"
#include "load/content.h"
#include "schema/schema.h"

namespace cli {

namespace {

constexpr Words folder{"Thư mục ghi vào; mặc định: .schemas trong thư mục nội dung.", "Folder to write to; by default .schemas in that of the content."};
constexpr Words summary{"{0} lược đồ mới hoặc đổi, {1} giữ nguyên, {2} bỏ đi, trong {3}/", "{0} schemas new or changed, {1} as they were, {2} gone, in {3}/"};

struct Typed {
  SiteOptions site;
  std::string folder;
};

void print_json(const schema::Outcome& outcome, const std::string& into) {
  std::string out = "{\"written\": " + std::to_string(outcome.changed) + ", \"unchanged\": " + std::to_string(outcome.same) + ", \"removed\": " + std::to_string(outcome.removed) + ", \"output\": ";
  base::escape_json(out, into);
  std::cout << out << "}\n";
}

/// Mistakes in the content are no hindrance: what it may say is known without them.
Status write(const Typed& typed, const Manner& manner) {
  base::Sources sources;
  base::Diagnostics diagnostics(typed.site.strict);
  const auto options = typed.site.asked();
  const auto understood = pipeline::understand(options, sources, diagnostics);
  if (!understood) {
    report_mistakes(diagnostics, manner);
    return mistakes;
  }
  const auto into = typed.folder.empty() ? base::join(options.content, load::schemas_folder) : typed.folder;
  const auto outcome = schema::write(into, schema::all(*understood->theme, understood->site));
  if (manner.format == Format::json) print_json(outcome, into);
  else std::cout << base::fill(summary.in(manner.tongue), {std::to_string(outcome.changed), std::to_string(outcome.same), std::to_string(outcome.removed), into}) << '\n';
  return done;
}

}  // namespace

Command::Run declare_schema(Options& options) {
  auto typed = std::make_shared<Typed>();
  typed->site.declare(options);
  options.text("--output", typed->folder, folder, "DIR");
  return [typed](const Manner& manner) { return write(*typed, manner); };
}

}  // namespace cli
