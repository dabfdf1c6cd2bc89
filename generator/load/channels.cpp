#include "load/channels.h"

#include <algorithm>
#include <set>

#include "base/url.h"
#include "load/suggest.h"
#include "model/event.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;
using model::Collection;
using model::Kind;
using model::Path;

namespace {

Path read_path(const Node& node, std::string_view what, Diagnostics& diagnostics) {
  if (node.shape != Node::Shape::scalar) report_shape(node, what, "@text", diagnostics);
  return {node.text, node.place};
}

std::optional<Path> take_path(Attributes& attributes, std::string_view name, Diagnostics& diagnostics) {
  const Node* node = attributes.take(name);
  return node ? std::optional(read_path(*node, name, diagnostics)) : std::nullopt;
}

/// One path, or a list of them.
std::vector<Path> read_paths(const Node& node, std::string_view what, Diagnostics& diagnostics) {
  if (node.shape != Node::Shape::sequence) return {read_path(node, what, diagnostics)};
  std::vector<Path> paths;
  for (const auto& item : node.items) paths.push_back(read_path(item, what, diagnostics));
  return paths;
}

std::vector<Path> take_paths(Attributes& attributes, std::string_view name, Diagnostics& diagnostics) {
  const Node* node = attributes.take(name);
  return node ? read_paths(*node, name, diagnostics) : std::vector<Path>();
}

model::EventDeclaration read_event(const Node::Pair& pair, Diagnostics& diagnostics) {
  model::EventDeclaration event;
  event.name = pair.key;
  if (!model::is_plain_name(pair.key)) diagnostics.add({Code::name_not_plain, pair.key_place, {pair.key, "_"}});
  if (pair.key + ".ics" == model::calendar_file) diagnostics.add({Code::name_reserved, pair.key_place, {pair.key}});
  Attributes attributes(pair.value, pair.key, diagnostics);
  event.each = take_path(attributes, "each", diagnostics);
  event.key = take_path(attributes, "key", diagnostics);
  if (const Node* when = attributes.require("when")) event.when = read_path(*when, "when", diagnostics);
  if (const Node* title = attributes.require("title")) event.title = read_paths(*title, "title", diagnostics);
  event.location = take_paths(attributes, "location", diagnostics);
  if (const Node* text = attributes.take_list("text"))
    for (const auto& line : text->items) event.text.push_back(read_paths(line, "text", diagnostics));
  event.status = take_path(attributes, "status", diagnostics);
  event.tentative = take_paths(attributes, "tentative", diagnostics);
  event.cancelled = take_paths(attributes, "cancelled", diagnostics);
  event.sequence = take_path(attributes, "sequence", diagnostics);
  event.updated = take_paths(attributes, "updated", diagnostics);
  event.due = attributes.take_yes_no("due").value_or(false);
  attributes.finish();
  return event;
}

/// `own`, `all`, or `{by: place, within: parent}`.
model::CalendarDeclaration read_calendar(const Node& node, Diagnostics& diagnostics) {
  using Of = model::CalendarDeclaration::Of;
  model::CalendarDeclaration calendar;
  calendar.place = node.place;
  if (node.shape == Node::Shape::scalar) {
    if (node.text == "all") calendar.of = Of::all;
    else if (node.text != "own") diagnostics.add(suggest({Code::unknown_option, node.place, {node.text, "calendar"}}, node.text, {"own", "all"}));
    return calendar;
  }
  Attributes attributes(node, "calendar", diagnostics);
  calendar.of = Of::referring;
  const Node* by = attributes.require("by");
  calendar.by = by ? read_path(*by, "by", diagnostics) : Path();
  calendar.within = take_paths(attributes, "within", diagnostics);
  attributes.finish();
  return calendar;
}

model::FeedDeclaration read_feed(const Node& node, Diagnostics& diagnostics) {
  model::FeedDeclaration feed;
  Attributes attributes(node, "feed", diagnostics);
  if (const Node* title = attributes.require("title")) feed.title = read_paths(*title, "title", diagnostics);
  feed.summary = take_paths(attributes, "summary", diagnostics);
  feed.updated = take_paths(attributes, "updated", diagnostics);
  attributes.finish();
  return feed;
}

const model::Field* find(const std::vector<model::Field>& fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &model::Field::name);
  return found == fields.end() ? nullptr : &*found;
}

/// Looks up the paths of one collection as the program will.
class PathCheck {
 public:
  PathCheck(const Collection& collection, const model::Theme& theme, Diagnostics& diagnostics)
      : collection_(collection), theme_(theme), diagnostics_(diagnostics) {}

  /// The field at a path from the fields of an item; what is not there, or of none of the kinds, is a mistake.
  const model::Field* field(const Path& path, const std::vector<model::Field>& item, const std::vector<Kind>& kinds) const {
    if (!path.place.source) return nullptr;
    std::string_view rest = path.text;
    const std::vector<model::Field>* fields = &item;
    const Collection* site = theme_.find("site");
    if (rest.starts_with("entry.")) fields = &collection_.fields, rest.remove_prefix(6);
    else if (rest.starts_with("site.") && site) fields = &site->fields, rest.remove_prefix(5);
    while (true) {
      const std::string name(rest.substr(0, rest.find('.')));
      const model::Field* found = find(*fields, name);
      if (!found) return unknown(path, name, *fields);
      if (name.size() == rest.size()) return of_kind(*found, path, kinds);
      rest.remove_prefix(name.size() + 1);
      const Collection* to = found->kind == Kind::reference ? theme_.find(found->to) : nullptr;
      fields = to ? &to->fields : &found->fields;
      if (!to && found->kind != Kind::record) return unknown(path, std::string(rest), {});
    }
  }

  void fields(const std::vector<Path>& paths, const std::vector<model::Field>& item, const std::vector<Kind>& kinds) const {
    for (const auto& path : paths) field(path, item, kinds);
  }

 private:
  const model::Field* unknown(const Path& path, const std::string& name, const std::vector<model::Field>& fields) const {
    std::vector<std::string> names;
    for (const auto& field : fields) names.push_back(field.name);
    diagnostics_.add(suggest({Code::unknown_field, path.place, {name, collection_.name}}, name, names));
    return nullptr;
  }

  const model::Field* of_kind(const model::Field& field, const Path& path, const std::vector<Kind>& kinds) const {
    if (std::ranges::count(kinds, field.kind)) return &field;
    std::vector<std::string> names;
    for (const Kind kind : kinds) names.emplace_back(model::name_of(kind));
    diagnostics_.add({Code::wrong_shape, path.place, {path.text, listed(names), "`" + std::string(model::name_of(field.kind)) + "`"}});
    return nullptr;
  }

  const Collection& collection_;
  const model::Theme& theme_;
  Diagnostics& diagnostics_;
};

/// Kinds that can stand in a line of plain text.
const std::vector<Kind> said = {Kind::text, Kind::word, Kind::number, Kind::choice, Kind::when, Kind::phone, Kind::email, Kind::reference};

void check_event(const model::EventDeclaration& event, const Collection& collection, const PathCheck& check, Diagnostics& diagnostics) {
  const std::vector<model::Field>* item = &collection.fields;
  if (event.each) {
    const model::Field* list = check.field(*event.each, collection.fields, {Kind::list});
    if (list && list != collection.find(event.each->text))  // a list within something else, or of another entry
      diagnostics.add({Code::unknown_field, event.each->place, {event.each->text, collection.name}}), list = nullptr;
    if (!list) return;
    item = &list->fields.front().fields;
    if (const model::Field* same = find(*item, "event")) diagnostics.add({Code::name_reserved, same->place, {"event"}});
  }
  for (const Path* own : {&event.when, event.key ? &*event.key : nullptr})
    if (own && (own->text.starts_with("entry.") || own->text.starts_with("site.")))
      diagnostics.add({Code::unknown_field, own->place, {own->text, collection.name}});  // each item has its own
  check.field(event.when, *item, {Kind::when});
  if (event.key) check.field(*event.key, *item, {Kind::word, Kind::choice, Kind::reference});
  check.fields(event.title, *item, said);
  check.fields(event.location, *item, said);
  for (const auto& line : event.text) check.fields(line, *item, said);
  if (event.sequence) check.field(*event.sequence, *item, {Kind::number});
  check.fields(event.updated, *item, {Kind::when});
  const model::Field* status = event.status ? check.field(*event.status, *item, {Kind::choice}) : nullptr;
  if (!status) return;
  std::vector<std::string> options;
  for (const auto& option : status->options) options.push_back(option.name);
  for (const auto* names : {&event.tentative, &event.cancelled})
    for (const auto& name : *names)
      if (!std::ranges::count(options, name.text))
        diagnostics.add(suggest({Code::unknown_option, name.place, {name.text, status->name}}, name.text, options));
}

/// The field by which entries of any collection refer to those of this one.
void check_referring(const Path& by, const Collection& to, const model::Theme& theme, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const auto& from : theme.collections)
    for (const auto& field : from.fields)
      if (field.to == to.name || (field.kind == Kind::list && field.fields.front().to == to.name)) names.push_back(field.name);
  if (by.place.source && !std::ranges::count(names, by.text)) diagnostics.add(suggest({Code::unknown_field, by.place, {by.text, "collections"}}, by.text, names));
}

/// A link per language.
model::Value links(const model::Site& site, const std::vector<std::string>& paths) {
  model::Translated all;
  for (const auto& path : paths) all.languages.emplace_back(base::Box<model::Link>({site.base_path + base::encode_path(path), nullptr, ""}));
  return all;
}

model::Value links_below(const model::Site& site, const model::Entry& entry, std::string_view file) {
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < site.languages.size(); ++i) paths.push_back(model::folder_of(site, entry, i).append(file));
  return links(site, paths);
}

/// Every item of a list that can have an event has the name; most of them a link, too.
void name_events(model::Entry& entry) {
  for (const auto& declaration : entry.collection->channels.events) {
    model::Value* value = declaration.each ? entry.fields.find(declaration.each->text) : nullptr;
    auto* list = value ? value->get<model::List>() : nullptr;
    for (std::size_t i = 0; list && i < list->size(); ++i)
      if (auto* item = (*list)[i].get<model::Record>()) item->set("event", {});
  }
}

void link_events(model::Entry& entry, const model::Site& site) {
  for (const auto& event : model::events_of(entry, site)) {
    auto link = links_below(site, entry, event.file());
    if (event.number > 0)
      (*entry.fields.find(event.declaration->each->text)->get<model::List>())[event.number - 1].get<model::Record>()->set("event", std::move(link));
    else if (!entry.fields.find("event"))
      entry.fields.set("event", std::move(link));
  }
}

}  // namespace

model::Channels read_channels(Attributes& attributes, Diagnostics& diagnostics) {
  model::Channels channels;
  if (const Node* events = attributes.take_mapping("events"))
    for (const auto& pair : events->pairs) channels.events.push_back(read_event(pair, diagnostics));
  if (const Node* calendar = attributes.take("calendar")) channels.calendar = read_calendar(*calendar, diagnostics);
  if (const Node* feed = attributes.take("feed")) channels.feed = read_feed(*feed, diagnostics);
  return channels;
}

void check_channels(const Collection& collection, const model::Theme& theme, Diagnostics& diagnostics) {
  const PathCheck check(collection, theme, diagnostics);
  for (const auto& event : collection.channels.events) check_event(event, collection, check, diagnostics);
  if (const auto& calendar = collection.channels.calendar) {
    const bool is_one_file = std::ranges::none_of(collection.files.pieces, &model::Pattern::Piece::is_field);
    if (calendar->of == model::CalendarDeclaration::Of::all && (collection.holds == model::Holds::many || !is_one_file))
      diagnostics.add(suggest({Code::unknown_option, calendar->place, {"all", "calendar"}}, "all", {"own"}));  // every entry would have all events
    if (calendar->by) check_referring(*calendar->by, collection, theme, diagnostics);
    check.fields(calendar->within, collection.fields, {Kind::reference, Kind::list});
  }
  if (const auto& feed = collection.channels.feed) {
    check.fields(feed->title, collection.fields, said);
    check.fields(feed->summary, collection.fields, said);
    check.fields(feed->updated, collection.fields, {Kind::when});
  }
}

model::TimeZone read_time_zone(const Node& node, Diagnostics& diagnostics) {
  model::TimeZone zone;
  Attributes attributes(node, "time_zone", diagnostics);
  if (const Node* name = attributes.require("name")) zone.name = name->text;
  if (const Node* offset = attributes.require("offset")) {
    const auto& text = offset->text;
    const auto digits = [&](std::size_t at) { return text.find_first_not_of("0123456789", at); };
    if (text.size() == 6 && (text[0] == '+' || text[0] == '-') && digits(1) == 3 && text[3] == ':' && digits(4) == text.npos)
      zone.offset = text.substr(0, 3) + text.substr(4);
    else
      diagnostics.add(Diagnostic{Code::wrong_kind, offset->place, {text, "offset", "word"}}.hint(Hint::expected_shape, {"\"+07:00\""}));
  }
  attributes.finish();
  return zone;
}

void add_channel_addresses(model::Site& site) {
  bool has_feed = false;
  for (auto& entries : site.collections) {
    has_feed = has_feed || entries.collection->channels.feed;
    for (auto& entry : entries.all) {
      name_events(entry);
      link_events(entry, site);
    }
  }
  const auto calendars = model::calendars_of(site);
  std::set<const model::Entry*> owners;
  for (const auto& calendar : calendars.calendars) owners.insert(calendar.entry);
  for (auto& entries : site.collections)
    for (auto& entry : entries.all) {
      if (owners.contains(&entry)) entry.fields.set("calendar", links_below(site, entry, model::calendar_file));
      if (!has_feed || entries.collection->name != "site") continue;
      std::vector<std::string> files;
      for (const auto& language : site.languages) files.push_back(model::feed_file(language));
      entry.fields.set("feed", links(site, files));
    }
}

}  // namespace load
