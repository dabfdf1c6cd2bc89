#include "model/channels.h"

#include <algorithm>

namespace model {

void Channels::add(Channels more) {
  for (auto& event : more.events) {
    const auto same = std::ranges::find(events, event.name, &EventDeclaration::name);
    if (same == events.end()) events.push_back(std::move(event));
    else *same = std::move(event);
  }
  if (more.calendar) calendar = std::move(more.calendar);
  if (more.feed) feed = std::move(more.feed);
}

}  // namespace model
