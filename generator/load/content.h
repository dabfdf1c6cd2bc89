// The files of the content folder, each put with the collection that it belongs to.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/file.h"
#include "base/source.h"
#include "load/yaml.h"
#include "model/collection.h"

namespace load {

/// One file of an entry, read and parsed. Of a Markdown collection there is one for each language.
struct ContentFile {
  std::string path;                 ///< below the content folder
  const model::Collection* collection = nullptr;
  std::size_t language = 0;         ///< of a Markdown file
  std::string id;                   ///< the names in the path joined by `/` (`{id}` alone where the pattern has it)
  std::vector<std::pair<std::string, std::string>> names;  ///< the names of the pattern with their values
  base::Place name_place;           ///< for mistakes in the path itself: the file, but no line of it
  const base::Source* source = nullptr;  ///< null where the file was refused: its entry is there, and nothing is known of it
  Node node;                        ///< the YAML, or the front matter
  base::Span body;                  ///< of a Markdown file
};

/// What is said of the pictures of a folder.
constexpr std::string_view pictures_file = "pictures.yaml";
struct PicturesFile {
  std::string folder;  ///< below the content folder
  std::optional<Node> node;  ///< nothing where it was refused
};

struct Content {
  std::vector<ContentFile> files;   ///< sorted by path
  std::vector<PicturesFile> pictures;  ///< sorted by folder
  std::vector<std::string> media;   ///< pictures and documents, sorted by path
};

/// Lists, reads and parses the folder. A file that no collection wants is a mistake, unless it is a picture or a document
/// of a known type.
Content content(const std::string& folder, const std::vector<model::Collection>& collections, const std::vector<std::string>& languages,
                int jobs, base::Sources& sources, base::Diagnostics& diagnostics);

/// `pages/about.vi.md` → `pages/about.md` and `vi`.
struct MarkdownName {
  std::string path;
  std::optional<std::string> tag;
};
MarkdownName take_language(const std::string& path);

/// Where the schemas lie by which text editors know the files, below the content folder. A name with a dot in front is no content.
constexpr std::string_view schemas_folder = ".schemas";

/// The schema of pictures.yaml. No collection can be called so.
constexpr std::string_view pictures_schema = "pictures-yaml";

/// The first line of a file of content, by which editors find its schema: `# yaml-language-server: $schema=…`, without a line
/// end. `path` is below the content folder. Empty for Markdown.
std::string modeline(const model::Collection& collection, std::string_view path);

/// A path that an author wrote, from the content folder (with a first `/`) or from `folder`, without `.` and `..`; empty
/// where it leads out of the content folder.
std::string content_path(std::string_view written, std::string_view folder);

enum class MediaType { none, picture, document };

/// By the end of the name: jpg, jpeg, png, gif, webp, avif, heic, heif; pdf, docx, xlsx, pptx, odt, ods, odp, csv, txt. No archives: what is in them would be published unseen.
MediaType media_type(std::string_view path);
/// The ends of names that are pictures, or pictures and documents: "`jpg`, `jpeg` …".
std::string media_types(bool pictures_only);

}  // namespace load
