// What the machine works on: a piece of the site, looked at and never copied, or a result of the work itself.
//
// Sixteen bytes and nothing to destroy. Whatever it points to lies in the site, in the program or in the memory of the
// page being rendered.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "model/site.h"
#include "model/value.h"

namespace templates {

struct Member;

struct Operand {
  enum class Form : std::uint8_t {
    missing,  ///< an argument that was not given
    nothing,
    boolean,
    number,
    text,     ///< also a word, a phone number, an e-mail address
    address,  ///< text that this program made as an address, encoded
    list,     ///< a list made by the machine
    bundle,   ///< named values made by the machine
    entry,
    route,
    translated,
    value,  ///< a value of the site of any other type
  };
  Form form = Form::nothing;
  std::uint32_t size = 0;
  union {
    bool boolean;
    double number;
    const char* characters;
    const Operand* operands;
    const Member* members;
    const model::Entry* entry;
    const model::Route* route;
    const model::Translated* translated;
    const model::Value* value = nullptr;
  };

  Operand() = default;
  explicit Operand(bool truth) : form(Form::boolean), boolean(truth) {}
  explicit Operand(double amount) : form(Form::number), number(amount) {}
  explicit Operand(std::string_view text, Form as = Form::text)
      : form(as), size(static_cast<std::uint32_t>(text.size())), characters(text.data()) {}
  explicit Operand(std::span<const Operand> list)
      : form(Form::list), size(static_cast<std::uint32_t>(list.size())), operands(list.data()) {}
  explicit Operand(std::span<const Member> bundle);
  explicit Operand(const model::Entry* one) : form(one ? Form::entry : Form::nothing), entry(one) {}
  explicit Operand(const model::Route* one) : form(one ? Form::route : Form::nothing), route(one) {}
  explicit Operand(const model::Translated* text) : form(Form::translated), translated(text) {}
  Operand(const char*) = delete;

  static Operand missing() {
    Operand made;
    made.form = Form::missing;
    return made;
  }

  bool is_nothing() const { return form == Form::nothing || form == Form::missing; }
  bool is_text() const { return form == Form::text || form == Form::address; }
  std::string_view text() const { return {characters, size}; }
  std::span<const Member> bundle() const;
  /// The value of the site, where it is of this type.
  template <class T>
  const T* get() const {
    return form == Form::value ? value->get<T>() : nullptr;
  }
};
static_assert(sizeof(Operand) == 16);

/// One of several values by name.
struct Member {
  std::string_view name;
  Operand value;
};

inline Operand::Operand(std::span<const Member> bundle)
    : form(Form::bundle), size(static_cast<std::uint32_t>(bundle.size())), members(bundle.data()) {}
inline std::span<const Member> Operand::bundle() const { return {members, size}; }

/// A value of the site as an operand: simple ones by themselves, references as their entries.
Operand operand(const model::Value& value);

/// A translated value in one language: that language's, or (with `fell_back`) the first one there is.
struct Said {
  Operand value;
  std::size_t language = 0;
  bool fell_back = false;
};
Said say(const model::Translated& translated, std::size_t language);
/// What `say` gives for a translated operand; any other is itself.
Operand spoken(const Operand& operand, std::size_t language);

/// The items of a list, wherever it lies. Nothing is an empty list; ask is_list first about all else.
class Items {
 public:
  Items() = default;
  Items(const Operand& list, std::size_t language);
  std::size_t size() const { return size_; }
  Operand operator[](std::size_t i) const { return values_ ? operand(values_[i]) : operands_[i]; }

 private:
  const model::Value* values_ = nullptr;
  const Operand* operands_ = nullptr;
  std::size_t size_ = 0;
};
bool is_list(const Operand& operand, std::size_t language);

/// The number that an operand is, or the value of a quantity; nothing of anything else.
std::optional<double> amount_of(const Operand& operand);

/// The date that an operand is, or that its text says in EDTF; nothing of anything else.
std::optional<model::When> date_of(const Operand& operand);

/// Whether nothing is there: none, an empty text or list, a text that no language has.
bool is_empty(const Operand& operand);
/// What `if` asks: neither empty nor false nor 0.
bool is_true(const Operand& operand);

/// What messages call the type of an operand: "text", "list", "forum" …
std::string type_name(const Operand& operand);

}  // namespace templates
