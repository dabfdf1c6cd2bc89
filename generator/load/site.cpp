#include "load/site.h"

#include <algorithm>
#include <map>

#include "base/file.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/url.h"
#include "load/channels.h"
#include "load/content.h"
#include "load/links.h"
#include "load/markdown.h"
#include "load/pictures.h"
#include "load/publication.h"
#include "load/routes.h"
#include "load/translation_memory.h"
#include "load/values.h"
#include "load/when.h"
#include "load/written.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;
using model::Entries;
using model::Entry;
using model::Site;
using model::Value;

namespace {

/// Every entry as it is written, those of one collection after another.
std::deque<Written> gather(const model::Theme& theme, Content& content, std::deque<Entries>& collections, Diagnostics& diagnostics) {
  std::deque<Written> all;
  for (const auto& collection : theme.collections) {
    auto& entries = collections.emplace_back();
    entries.collection = &collection;
    std::map<std::string, Written*, std::less<>> known;
    const auto gather_one = [&](const std::string& id, ContentFile& file, Node* yaml, base::Place place) {
      const auto [found, is_new] = known.try_emplace(id, nullptr);
      const auto has_language = [&] { return std::ranges::count(found->second->files, file.language, &ContentFile::language) > 0; };
      if (is_new)
        found->second = &all.emplace_back(Written{&collection, id, place, {&file}, yaml, {}, false, nullptr});
      else if (collection.markdown && !has_language())
        found->second->files.push_back(&file);
      else
        diagnostics.add(Diagnostic{Code::duplicate_id, place, {id, collection.name}}.note(Hint::first_here, found->second->place));
    };
    for (auto& file : content.files) {
      if (file.collection != &collection) continue;
      entries.whole = entries.whole && file.source;
      if (collection.holds == model::Holds::one) {
        gather_one(file.id, file, collection.markdown ? nullptr : &file.node, file.name_place);
      } else if (file.node.shape == Node::Shape::mapping) {
        for (auto& pair : file.node.pairs) {
          if (!collection.page && !base::is_slug(pair.key))  // where there is a page, its address tells
            diagnostics.add(Diagnostic{Code::id_not_plain, pair.key_place, {pair.key}}.hint(Hint::rename_to, {base::slug(pair.key)}));
          gather_one(pair.key, file, &pair.value, pair.key_place);
        }
      } else if (file.node.shape != Node::Shape::nothing) {
        diagnostics.add({Code::wrong_shape, file.node.place, {file.path, "@mapping", "@list"}});
      }
    }
  }
  return all;
}

/// Makes the entries, still without their fields, so that references find them.
void create_entries(std::deque<Written>& all, bool drafts, std::deque<Entries>& collections) {
  auto entries = collections.begin();
  for (auto& written : all) {
    while (entries->collection != written.collection) ++entries;
    Entry& entry = (written.hidden && !drafts ? entries->hidden : entries->all).emplace_back();
    entry.collection = written.collection;
    entry.id = written.id;
    entry.place = written.place;
    entry.hidden = written.hidden;
    entry.unconfirmed = written.unconfirmed;
    written.entry = &entry;
  }
  for (auto& one : collections) one.index();
}

/// Fields that the path of a file says, read by their kinds.
std::vector<std::string> read_path(const Written& written, model::Record& fields, const Surroundings& around) {
  std::vector<std::string> given;
  const ContentFile& file = *written.files.front();
  Diagnostics mistakes;
  const Surroundings here{around.site, around.media, around.folder, around.language, mistakes};
  for (const auto& [name, value] : file.names) {
    const model::Field* field = written.collection->find(name);
    if (!field) continue;
    Node node;
    node.shape = Node::Shape::scalar;
    node.text = value;
    node.place = file.name_place;
    fields.set(name, read_value(*field, node, here));
    given.push_back(name);
  }
  for (auto& diagnostic : mistakes.sorted()) around.diagnostics.add(std::move(diagnostic.hint(Hint::comes_from_path)));
  return given;
}

/// An entry whose file was refused has its fields, and nothing in them but what the path says.
void forget(const Written& written, model::Record from_path) {
  for (const auto& field : written.collection->fields) written.entry->fields.set(field.name, {});
  for (auto& [name, value] : from_path.fields) written.entry->fields.set(name, std::move(value));
}

void read_yaml_entry(const Written& written, const Surroundings& around) {
  model::Record from_path;
  const auto given = read_path(written, from_path, around);
  if (!written.files.front()->source) return forget(written, std::move(from_path));
  written.entry->fields = read_record(written.collection->fields, *written.yaml, written.collection->name, given, around);
  for (auto& [name, value] : from_path.fields) written.entry->fields.set(name, std::move(value));
}

Value body_of(const ContentFile& file) {
  model::Prose prose;
  prose.place = {file.source, file.body};
  prose.line_for_line = true;
  return {base::Box<model::Prose>(std::move(prose)), prose.place};
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == text.npos; }

/// The same was written in both places.
bool same(const Node* a, const Node* b) {
  if (!a || !b || a->shape != b->shape || a->text != b->text || a->items.size() != b->items.size() || a->pairs.size() != b->pairs.size()) return false;
  for (std::size_t i = 0; i < a->items.size(); ++i)
    if (!same(&a->items[i], &b->items[i])) return false;
  return std::ranges::all_of(a->pairs, [&](const auto& pair) { return same(&pair.value, b->find(pair.key)); });
}

/// What all languages say of one field: the translated ones side by side, the others once.
void merge_field(const Written& written, const model::Field& field, std::vector<model::Record>& said, const Surroundings& around) {
  const auto place_in = [&](std::size_t i) {
    const Node* node = written.files[i]->node.find(field.name);
    return node ? node->place : written.files[i]->name_place;
  };
  const auto tag = [&](std::size_t i) { return around.site.languages[written.files[i]->language].tag; };
  Value merged;
  std::size_t first = written.files.size();
  for (std::size_t i = 0; i < written.files.size(); ++i) {
    Value& value = *said[i].find(field.name);
    if (value.is_null()) continue;
    if (first == written.files.size()) {
      first = i;
      merged = std::move(value);
    } else if (field.translated) {
      auto& into = merged.get<model::Translated>()->languages;
      auto& from = value.get<model::Translated>()->languages;
      for (std::size_t language = 0; language < into.size(); ++language)
        if (into[language].is_null()) into[language] = std::move(from[language]);
    } else if (!same(written.files[first]->node.find(field.name), written.files[i]->node.find(field.name))) {
      around.diagnostics.add(Diagnostic{Code::languages_differ, place_in(i), {field.name, tag(first), tag(i)}}
                                 .hint(Hint::same_in_all_languages)
                                 .note(Hint::other_text, place_in(first)));
    }
  }
  const auto is_withheld = [&](const ContentFile* file) {
    const Node* node = file->node.find(field.name);
    return node && node->withheld;
  };
  if (merged.is_null() && field.required && std::ranges::none_of(written.files, is_withheld))
    around.diagnostics.add(Diagnostic{Code::missing_field, written.place, {field.name, written.collection->name}}.hint(Hint::add_colon, {field.name}));
  if (auto* translated = merged.get<model::Translated>(); translated && field.name != model::slug_field) {
    for (const auto* file : written.files)
      if (translated->languages[file->language].is_null())
        around.diagnostics.add(Diagnostic{Code::missing_translation, file->name_place, {field.name, around.site.languages[file->language].tag}}
                                   .hint(Hint::add_colon, {field.name})
                                   .note(Hint::other_text, place_in(first)));
  }
  written.entry->fields.set(field.name, std::move(merged));
}

/// Where the file of an entry would lie in another language.
std::string path_in(const ContentFile& file, const std::string& tag) {
  std::string path = take_language(file.name_place.source->path).path;
  return path.insert(path.size() - 2, tag + ".");
}

/// Reads what each language says, and puts it together.
void read_languages(const Written& written, std::vector<std::string> given, Surroundings around) {
  const model::Collection& collection = *written.collection;
  std::vector<model::Record> said;
  if (!collection.body.empty()) given.push_back(collection.body);
  for (const auto* file : written.files) {
    around.language = file->language;
    said.push_back(read_record(collection.fields, file->node, collection.name, given, around));
    const model::Field* body = collection.find(collection.body);
    if (!body || is_blank(std::string_view(file->source->text).substr(file->body.begin, file->body.end - file->body.begin))) continue;
    model::Translated text;
    text.languages.resize(around.site.languages.size());
    text.languages[file->language] = body_of(*file);
    said.back().set(collection.body, std::move(text));
  }
  for (const auto& field : collection.fields) {
    const bool in_path = std::ranges::any_of(written.files.front()->names, [&](const auto& name) { return name.first == field.name; });
    if (!in_path) merge_field(written, field, said, around);
  }
}

void read_markdown_entry(const Written& written, const Surroundings& around) {
  model::Record from_path;
  auto given = read_path(written, from_path, around);
  forget(written, std::move(from_path));
  Written readable = written;
  std::erase_if(readable.files, [](const auto* file) { return !file->source; });
  if (!readable.files.empty()) read_languages(readable, std::move(given), around);
  for (std::size_t i = 0; i < around.site.languages.size(); ++i)
    if (std::ranges::none_of(written.files, [&](const auto* file) { return file->language == i; }))
      around.diagnostics.add(Diagnostic{Code::missing_translation, written.place, {written.id, around.site.languages[i].tag}}.hint(
          Hint::write_file, {path_in(*written.files.front(), around.site.languages[i].tag)}));
}

/// Templates see the address under which the site is published, not the one that `site.yaml` says where the two differ.
void set_base_url(Site& site) {
  Entries& entries = *std::ranges::find(site.collections, "site", [](const model::Entries& one) { return one.collection->name; });
  for (Entry& self : entries.all) self.fields.set("base_url", base::Box<model::Link>({site.base_url, nullptr, ""}));
}

/// Visits every value of an entry with the language in which it is said.
template <class Visit>
void for_each_spoken(Value& value, std::size_t language, std::size_t languages, Visit&& visit) {
  if (auto* translated = value.get<model::Translated>()) {
    for (std::size_t i = 0; i < translated->languages.size(); ++i) for_each_spoken(translated->languages[i], i, languages, visit);
  } else if (auto* list = value.get<model::List>()) {
    for (auto& one : *list) for_each_spoken(one, language, languages, visit);
  } else if (auto* record = value.get<model::Record>()) {
    for (auto& [name, one] : record->fields) for_each_spoken(one, language, languages, visit);
  } else {
    visit(value, language);
  }
}

/// Turns Markdown into HTML and gives links their pages.
void finish_entry(Entry& entry, Links& links, std::size_t languages, Diagnostics& diagnostics) {
  std::vector<HeadingIds> ids(languages);
  for (auto& [name, field] : entry.fields.fields)
    for_each_spoken(field, 0, languages, [&](Value& value, std::size_t language) {
      if (auto* prose = value.get<base::Box<model::Prose>>()) {
        render_markdown(**prose, [&](const LinkRequest& request) { return links.resolve(request, entry, language); }, ids[language], diagnostics);
      } else if (auto* link = value.get<base::Box<model::Link>>()) {
        if (!links.resolve(**link, value.place, entry, language)) value.data = std::monostate();
      } else if (auto* media = value.get<model::Media>())
        links.use_media(media->path);
    });
}

std::unordered_map<std::string, const Entry*> entries_by_file(const std::deque<Written>& all, const std::vector<model::Language>& languages) {
  std::unordered_map<std::string, const Entry*> files;
  for (const auto& written : all) {
    if (written.collection->holds == model::Holds::many) continue;
    std::string path = written.files.front()->path;
    for (const auto& language : languages)
      if (const std::string end = "." + language.tag + ".md"; path.ends_with(end)) path.replace(path.size() - end.size(), end.size(), ".md");
    files.emplace(std::move(path), written.entry);
  }
  return files;
}

/// What is wrong with an entry that is not published, as warnings: it may be unfinished.
void add_leniently(const Diagnostics& mistakes, Diagnostics& diagnostics) {
  for (auto& diagnostic : mistakes.sorted()) diagnostics.add(std::move(diagnostic), base::Severity::warning);
}

}  // namespace

Site site(const std::string& content_folder, const model::Theme& theme, const Settings& settings, std::optional<model::LocalTime> today,
          bool drafts, int jobs, base::Sources& sources, Diagnostics& diagnostics) {
  Site site;
  site.languages = theme.languages;
  site.base_url = settings.base_url;
  site.base_path = base::path_of_base(settings.base_url);
  site.today = today;
  site.content = content_folder;
  site.translations = translation_memory(content_folder);

  Content content = load::content(content_folder, theme.collections, settings.languages, jobs, sources, diagnostics);
  Pictures pictures(site, theme.picture_sizes, content.media, agreed_pictures(site, content, diagnostics), sources);
  auto all = gather(theme, content, site.collections, diagnostics);
  decide_publication(all, today, drafts, diagnostics);
  create_entries(all, drafts, site.collections);

  // Beyond this point every entry exists, so that references find theirs.
  Diagnostics of_hidden;
  const auto told = [&](const Written& written) -> Diagnostics& { return written.hidden ? of_hidden : diagnostics; };
  base::parallel(all.size(), jobs, [&](std::size_t i) {
    const Written& written = all[i];
    const Surroundings around{site, content.media, std::string(base::folder_of(written.files.front()->path)), std::nullopt, told(written)};
    written.collection->markdown ? read_markdown_entry(written, around) : read_yaml_entry(written, around);
    anchor_relative_dates(*written.entry, around.diagnostics);
  });
  set_base_url(site);
  add_routes(site, theme, diagnostics);

  // Beyond this point every page has its address, so that links find theirs.
  const auto files = entries_by_file(all, site.languages);
  pictures.prepare(jobs);
  Links links(site, content.media, pictures, files, diagnostics), links_of_hidden(site, content.media, pictures, files, of_hidden);
  base::parallel(all.size(), jobs, [&](std::size_t i) {
    auto& links_here = all[i].hidden ? links_of_hidden : links;
    finish_entry(*all[i].entry, links_here, site.languages.size(), told(all[i]));
  });
  pictures.report(links.used_media(), diagnostics);
  pictures.report(links_of_hidden.used_media(), of_hidden);
  add_leniently(of_hidden, diagnostics);
  if (drafts) {
    for (const auto& path : links_of_hidden.used_media()) links.use_media(path);
    links.anchors.insert(links.anchors.end(), links_of_hidden.anchors.begin(), links_of_hidden.anchors.end());
  }
  add_channel_addresses(site);
  site.media = links.used_media();
  site.pictures = pictures.take(site.media);
  site.anchors = std::move(links.anchors);
  std::ranges::sort(site.anchors, {}, [](const model::AnchorUse& use) { return std::tie(use.url, use.anchor, use.place.source->path, use.place.span.begin); });
  return site;
}

}  // namespace load
