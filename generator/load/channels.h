// Calendars and feeds: what a collection or trait declares of them, and the addresses under which templates find them.
#pragma once

#include <string_view>

#include "base/diagnostics.h"
#include "load/attributes.h"
#include "model/site.h"
#include "model/theme.h"

namespace load {

/// Takes `events`, `calendar` and `feed` of a collection or trait.
model::Channels read_channels(Attributes& attributes, base::Diagnostics& diagnostics);

/// Every path of a collection's events, calendar and feed leads to a field of a kind that serves there.
void check_channels(const model::Collection& collection, const model::Theme& theme, base::Diagnostics& diagnostics);

/// `{name: Asia/Ho_Chi_Minh, offset: "+07:00"}`
model::TimeZone read_time_zone(const Node& node, base::Diagnostics& diagnostics);

/// Gives entries, and the items of their lists, the address of their `event`; entries that have events that of their `calendar`; the
/// site that of its `feed`. Each is a link per language.
void add_channel_addresses(model::Site& site);

}  // namespace load
