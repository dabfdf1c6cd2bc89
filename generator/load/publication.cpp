#include "load/publication.h"

#include <algorithm>
#include <map>
#include <set>

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;
using model::Field;
using model::Hidden;
using model::Kind;

namespace {

/// What an entry says of a field of the program's own; null where a theme has another field of that name.
const Node* said(const Written& written, std::string_view name) {
  const Field* field = written.collection->find(name);
  const Node* found = nullptr;
  if (field && (field->for_editors || field->kind == Kind::choice))
    written.for_each_node([&](const Node& node) {
      if (!found) found = node.find(name);
    });
  return found;
}

/// A date, as far as it can be understood; what is wrong with it is told when it is read.
std::optional<model::When> date_in(const Node& node) {
  const Node* date = node.shape == Node::Shape::mapping ? node.find("date") : &node;
  if (!date || date->shape != Node::Shape::scalar) return std::nullopt;
  auto read = model::parse_when(date->text);
  const auto* when = std::get_if<model::When>(&read);
  return when ? std::optional(*when) : std::nullopt;
}

/// Whether the entry itself says that it is not published.
std::optional<Hidden> hidden_by_itself(const Written& written, std::optional<model::LocalTime> today, Diagnostics& diagnostics) {
  if (const Node* status = said(written, model::status_field); status && status->text == model::draft_option)
    return Hidden{Hidden::Why::draft, "", status->place};
  const auto needs_day = [&](const Node& node) {
    diagnostics.add(Diagnostic{Code::day_unknown, node.place, {node.text}}.hint(Hint::say_today));
  };
  const Node *first = said(written, model::publish_from_field), *last = said(written, model::expire_after_field);
  if (const auto from = first ? date_in(*first) : std::nullopt, until = last ? date_in(*last) : std::nullopt; from && until)
    if (const auto begin = model::begin_of(*from), end = model::end_of(*until); begin && end && *end <= *begin)
      diagnostics.add(Diagnostic{Code::when_ends_before_start, last->place, {last->text}}.note(Hint::other_text, first->place));
  const auto needs_date = [&](const Node& node) {
    diagnostics.add(Diagnostic{Code::when_not_understood, node.place, {node.text}}.hint(Hint::write_date_like, {"2027-05-25, 2027-05-25T08:00"}));
  };
  if (const Node* from = first)
    if (const auto when = date_in(*from)) {
      const auto begin = model::begin_of(*when);
      if (!begin) needs_date(*from);
      if (!today && begin) needs_day(*from);
      if (!begin || !today || *today < *begin) return Hidden{Hidden::Why::not_yet, model::to_edtf(*when), from->place};
    }
  if (const Node* after = last)
    if (const auto when = date_in(*after)) {
      const auto end = model::end_of(*when);
      if (!end) needs_date(*after);
      else if (!today) needs_day(*after);
      else if (*today >= *end) return Hidden{Hidden::Why::over, model::to_edtf(*when), after->place};
    }
  return std::nullopt;
}

using HiddenIds = std::set<std::pair<std::string, std::string>>;  ///< collection and id

/// Walks over what one entry says and takes away what must not be published.
class Withholding {
 public:
  Withholding(const HiddenIds& hidden, bool takes_away, Diagnostics& diagnostics) : hidden_(hidden), takes_away_(takes_away), diagnostics_(diagnostics) {}

  /// The first field that the record must have and that is taken away from it, as a reason to hide the whole, which messages call `whole_name`.
  std::optional<Hidden> record(const std::vector<Field>& fields, Node& node, const char* whole_name = "@whole_entry") {
    std::optional<Hidden> whole;
    for (auto& pair : node.pairs) {
      const auto field = std::ranges::find(fields, pair.key, &Field::name);
      if (field == fields.end()) continue;
      const auto gone = value(*field, pair.value, whole_name);
      if (gone && field->required && !whole) whole = gone;
    }
    return whole;
  }

  bool has_proposals() const { return has_proposals_; }

 private:
  /// Whether the value is taken away, and why.
  std::optional<Hidden> value(const Field& field, Node& node, const char* whole_name) {
    const bool has_fields = !field.translated && (field.kind == Kind::record || field.kind == Kind::list);  // they are asked one by one
    if (const auto* place = has_fields && !node.confirm.source ? nullptr : node.proposal()) {
      diagnostics_.add(Diagnostic{Code::to_confirm, *place, {field.name, field.required ? whole_name : "@it"}}.hint(Hint::remove_when_right, {std::string(confirm_tag)}));
      has_proposals_ = true;
      return take(node, Hidden{Hidden::Why::to_confirm, field.name, *place});
    }
    if (field.kind == Kind::reference && hidden_.contains({field.to, node.text})) {
      diagnostics_.add({Code::refers_to_hidden, node.place, {node.text, field.to}});
      return take(node, Hidden{Hidden::Why::depends, field.to + " " + node.text, node.place});
    }
    if (field.kind == Kind::record) {
      const auto gone = record(field.fields, node, field.required ? whole_name : "@whole_item");
      return gone ? take(node, *gone) : std::nullopt;
    }
    if (field.kind == Kind::list) {
      std::optional<Hidden> first;
      const auto is_gone = [&](Node& item) {
        const auto gone = value(field.fields.front(), item, "@whole_item");
        if (gone && !first) first = gone;
        return gone.has_value();
      };
      std::vector<Node> kept;
      for (auto& item : node.items)
        if (!is_gone(item) || !takes_away_) kept.push_back(std::move(item));
      node.items = std::move(kept);
      if (first && node.items.empty()) return take(node, *first);
    }
    return std::nullopt;
  }

  std::optional<Hidden> take(Node& node, Hidden why) {
    if (takes_away_) {
      Node gone;
      gone.place = node.place;
      node = std::move(gone);
    }
    node.withheld = true;
    return why;
  }

  const HiddenIds& hidden_;
  bool takes_away_, has_proposals_ = false;
  Diagnostics& diagnostics_;
};

/// A file without the tag has nothing to confirm: most have none, and need not be walked over.
bool may_have_proposals(const Written& written) {
  return std::ranges::any_of(written.files, [](const ContentFile* file) { return file->source && file->source->text.find(confirm_tag) != std::string::npos; });
}

/// What the path of a file refers to: `{place}/…`
std::optional<Hidden> hidden_by_path(const Written& written, const HiddenIds& hidden, Diagnostics& diagnostics) {
  const ContentFile& file = *written.files.front();
  for (const auto& [name, text] : file.names)
    if (const Field* field = written.collection->find(name); field && field->kind == Kind::reference && hidden.contains({field->to, text})) {
      diagnostics.add(Diagnostic{Code::refers_to_hidden, file.name_place, {text, field->to}}.hint(Hint::comes_from_path));
      return Hidden{Hidden::Why::depends, field->to + " " + text, file.name_place};
    }
  return std::nullopt;
}

}  // namespace

void decide_publication(std::deque<Written>& all, std::optional<model::LocalTime> today, bool drafts, Diagnostics& diagnostics) {
  HiddenIds hidden;
  const auto hide = [&](Written& written, std::optional<Hidden> why) {
    const bool is_new = why && !written.hidden;
    if (!is_new) return false;
    written.hidden = std::move(why);
    hidden.emplace(written.collection->name, written.id);
    return true;
  };
  const auto withhold = [&](Written& written, const HiddenIds& ids) {
    std::optional<Hidden> whole;
    const bool is_site = written.collection->name == "site";  // what the site must have is missed there
    Withholding withholding(ids, !drafts || is_site, diagnostics);
    written.for_each_node([&](Node& node) {
      if (const auto gone = withholding.record(written.collection->fields, node); gone && !whole) whole = gone;
      if (is_site)
        for (auto& pair : node.pairs) pair.value.withheld = false;
    });
    written.unconfirmed = written.unconfirmed || withholding.has_proposals();
    return is_site ? std::nullopt : whole;
  };

  for (auto& written : all) {
    hide(written, hidden_by_itself(written, today, diagnostics));
    if (may_have_proposals(written)) hide(written, withhold(written, {}));
  }
  for (bool again = !hidden.empty(); again;) {
    again = false;
    const HiddenIds known = hidden;
    for (auto& written : all) {
      if (written.hidden) continue;
      auto why = hidden_by_path(written, known, diagnostics);
      const auto whole = withhold(written, drafts ? HiddenIds() : known);
      again |= hide(written, why ? std::move(why) : whole);
    }
  }
}

}  // namespace load
