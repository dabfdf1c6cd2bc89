// Fields that the program itself gives to collections: the address of an entry, its publication, the site's languages and colours.
#pragma once

#include <string>
#include <vector>

#include "model/collection.h"
#include "model/theme.h"

namespace load {

/// Adds those that the collection does not declare itself. `colors`: those of the theme; `languages`: those of the site, for labels and helps.
void add_own_fields(model::Collection& collection, const std::vector<model::Color>& colors, const std::vector<std::string>& languages);

/// What is said of a picture in the `pictures.yaml` beside it.
std::vector<model::Field> picture_fields(const std::vector<std::string>& languages);

}  // namespace load
