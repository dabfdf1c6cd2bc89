// What stands in values that are written as mappings: pictures, quantities, dates.
#pragma once

#include <vector>

#include "model/collection.h"

namespace load {

const std::vector<model::Field>& image_fields();
const std::vector<model::Field>& quantity_fields();
const std::vector<model::Field>& when_fields();

}  // namespace load
