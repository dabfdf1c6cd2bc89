#include <iostream>
#include <map>
#include <memory>

#include "base/html.h"
#include "cli/report.h"
#include "cli/site_options.h"
#include "model/publication.h"

namespace cli {

namespace {

using base::fill;
using model::Hidden;

constexpr Words upcoming{"Chỉ những mục chưa đến ngày đăng.", "Only what is published from a later day on."};
constexpr Words expired{"Chỉ những mục đã hết hạn đăng.", "Only what is not published any more."};
constexpr Words drafts{"Chỉ bản nháp và mục còn phải xác nhận.", "Only drafts, and what is still to be confirmed."};
constexpr Words nothing{"Mọi mục đều được đăng.", "Everything is published."};
constexpr Words none_of_these{"Không có mục nào như vậy.", "There is nothing of that kind."};
constexpr Words next{"Lần tới trang tự thay đổi: {0}", "The site next changes by itself on {0}"};
constexpr Words stays{"Từ {0} trở đi trang không tự thay đổi lần nào nữa.", "From {0} on the site does not change by itself any more."};
constexpr Words to_confirm{"  còn phải xác nhận trong tệp này: {0} chỗ", "  still to be confirmed in this file: {0}"};
constexpr Words appears{"  thêm  {0}", "  new   {0}"}, disappears{"  bỏ    {0}", "  gone  {0}"};

/// In the order of Hidden::Why.
constexpr Words reasons[] = {
    {"bản nháp (status: draft)", "a draft (status: draft)"},
    {"chưa đến ngày đăng: {0}", "published from a later day on: {0}"},
    {"đã hết hạn đăng: {0}", "not published any more since the end of {0}"},
    {"còn phải xác nhận: {0}", "still to be confirmed: {0}"},
    {"cần mục chưa đăng: {0}", "needs what is not published: {0}"},
};

struct Typed {
  SiteOptions site;
  bool upcoming = false, expired = false, drafts = false;

  bool wants(Hidden::Why why) const {
    if (!upcoming && !expired && !drafts) return true;
    if (why == Hidden::Why::not_yet) return upcoming;
    return why == Hidden::Why::over ? expired : drafts;
  }
};

std::string heading_of(const model::Entry& entry) {
  const auto title = model::title_of(entry);
  const auto* text = model::speak(title, 0).value->get<std::string>();
  return text ? *text : entry.id;
}

std::string path_of(const model::Entry& entry) { return entry.place.source ? entry.place.source->path : std::string(); }

std::string line_of(const model::Entry& entry) { return path_of(entry) + ": " + heading_of(entry); }

std::string to_json(const model::Entry& entry) {
  std::string out = "{\"path\": ";
  base::escape_json(out, path_of(entry));
  out += ", \"collection\": \"" + entry.collection->name + "\", \"id\": ";
  base::escape_json(out, entry.id);
  out += ", \"title\": ";
  base::escape_json(out, heading_of(entry));
  return out;
}

void print_json(const std::vector<const model::Entry*>& hidden, const std::vector<model::Change>& changes, model::LocalTime today) {
  std::string out = "{\"today\": \"" + to_iso(today) + "\",\n \"hidden\": [";
  for (std::size_t i = 0; i < hidden.size(); ++i) {
    out += (i ? ",\n  " : "\n  ") + to_json(*hidden[i]) + ", \"why\": \"" + std::string(model::name_of(hidden[i]->hidden->why)) + "\", \"on\": ";
    base::escape_json(out, hidden[i]->hidden->on);
    out += "}";
  }
  out += "],\n \"changes\": [";
  for (std::size_t i = 0; i < changes.size(); ++i)
    out += (i ? ",\n  " : "\n  ") + to_json(*changes[i].entry) + ", \"at\": \"" + to_iso(changes[i].at) + "\", \"appears\": " + (changes[i].appears ? "true}" : "false}");
  std::cout << out << "]}\n";
}

/// How many values are still to be confirmed, by file.
std::map<std::string, int> proposals(const base::Diagnostics& diagnostics) {
  std::map<std::string, int> counts;
  for (const auto& diagnostic : diagnostics.sorted())
    if (diagnostic.code == base::Code::to_confirm) ++counts[diagnostic.place.source->path];
  return counts;
}

void print_text(const std::vector<const model::Entry*>& hidden, const std::vector<model::Change>& changes, model::LocalTime today, const Typed& typed,
                const std::map<std::string, int>& to_be_confirmed, base::Tongue tongue) {
  std::string out;
  for (const auto* entry : hidden) {
    out += line_of(*entry) + "\n  " + fill(reasons[static_cast<std::size_t>(entry->hidden->why)].in(tongue), {entry->hidden->on}) + "\n";
    if (const auto count = to_be_confirmed.find(path_of(*entry)); count != to_be_confirmed.end()) out += fill(to_confirm.in(tongue), {std::to_string(count->second)}) + "\n";
  }
  if (hidden.empty()) out += std::string((typed.wants(Hidden::Why::draft) && typed.wants(Hidden::Why::over) && typed.wants(Hidden::Why::not_yet) ? nothing : none_of_these).in(tongue)) + "\n";
  if (changes.empty()) {
    out += fill(stays.in(tongue), {to_iso(today)}) + "\n";
  } else {
    out += fill(next.in(tongue), {to_iso(changes.front().at)}) + "\n";
    for (const auto& change : changes)
      if (change.at == changes.front().at) out += fill((change.appears ? appears : disappears).in(tongue), {line_of(*change.entry)}) + "\n";
  }
  std::cout << out;
}

Status list(const Typed& typed, const Manner& manner) {
  base::Sources sources;
  base::Diagnostics diagnostics(typed.site.strict);
  auto options = typed.site.asked();
  const auto understood = pipeline::understand(options, sources, diagnostics);
  base::Diagnostics errors;  // what is to be confirmed is told beside each entry
  for (auto& diagnostic : diagnostics.sorted())
    if (diagnostic.severity == base::Severity::error) errors.add(std::move(diagnostic));
  report_mistakes(errors, manner);
  if (!understood) return mistakes;
  std::vector<const model::Entry*> hidden;
  for (const auto& entries : understood->site.collections)
    for (const auto& entry : entries.hidden)
      if (typed.wants(entry.hidden->why)) hidden.push_back(&entry);
  const auto today = *understood->site.today;
  const auto changes = model::changes_after(understood->site, today);
  if (manner.format == Format::json) print_json(hidden, changes, today);
  else print_text(hidden, changes, today, typed, proposals(diagnostics), manner.tongue);
  return errors.has_errors() ? mistakes : done;
}

}  // namespace

Command::Run declare_list(Options& options) {
  auto typed = std::make_shared<Typed>();
  typed->site.typed.by_clock = true;
  typed->site.declare(options);
  options.flag("--upcoming", typed->upcoming, upcoming);
  options.flag("--expired", typed->expired, expired);
  options.flag("--drafts", typed->drafts, drafts);
  return [typed](const Manner& manner) { return list(*typed, manner); };
}

}  // namespace cli
