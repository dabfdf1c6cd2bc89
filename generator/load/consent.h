// Which pictures may be published, by what the `pictures.yaml` beside them says of each:
//
//   stage.jpg: {people: no}
//   children.jpg: {consent: "Written consent of all parents, kept by the office, May 2027"}
#pragma once

#include <set>
#include <string>

#include "base/diagnostics.h"
#include "load/content.h"
#include "model/site.h"

namespace load {

/// Paths below the content folder of pictures in which nobody is, or of which it is said who agreed. Those of which something
/// is said that cannot be understood are among them: it is reported once, here.
using Agreed = std::set<std::string>;
Agreed agreed_pictures(const model::Site& site, const Content& content, base::Diagnostics& diagnostics);

}  // namespace load
