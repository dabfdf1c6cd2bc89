// Everything the program says about an author's mistake, in every language that it speaks.
//
// One line of messages.cpp is one message: its stable code and its words. `{0}`, `{1}` stand for the arguments; words of
// the author's are set between backticks there. Observed first; what to do about it is a Hint, printed after it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

enum class Severity { warning, error };

/// The language in which the program speaks to the person at the keyboard (not a language of the site).
enum class Tongue { vi, en };

enum class Code {
  // files
  not_a_regular_file, symbolic_link, file_too_large, not_utf8, not_utf8_utf16, control_character, garbled_letters, unknown_file,
  missing_folder, missing_file, file_type,
  // yaml
  yaml_duplicate_key, yaml_anchor, yaml_alias, yaml_tag, yaml_merge_key, yaml_second_document,
  yaml_multiline_quote, yaml_missing_colon, yaml_key_not_plain, yaml_too_deep, yaml_too_large, yaml_colon_in_value,
  yaml_tab, yaml_dash, yaml_indentation, yaml_bracket_open, yaml_comma_missing, yaml_reserved_character, yaml_text_after, yaml_escape, yaml_blank_missing, yaml_text_before, yaml_comma_in_text, yaml_key_commented, yaml_quote_lost,
  yaml_hash, confirm_misplaced, front_matter_unclosed, front_matter_unopened,
  // declarations
  unknown_attribute, missing_attribute, unknown_kind, wrong_shape, name_not_plain, name_reserved, field_declared_twice,
  unknown_collection, unknown_trait, unknown_pattern_field, pattern_not_understood, unknown_theme, theme_loop,
  unknown_language, not_a_language, language_without_strings, missing_string, color_not_understood, contrast_too_low, attribute_not_for_kind,
  // entries
  unknown_field, missing_field, wrong_kind, unknown_option, reference_to_nothing, duplicate_id, id_not_plain, missing_translation, stale_translation,
  to_confirm, refers_to_hidden, day_unknown,
  languages_differ, number_out_of_range, list_length, given_by_file, relative_when_loop,
  // when
  when_not_understood, when_no_such_day, when_ends_before_start,
  // markdown
  markdown_too_large, markdown_too_many_bars, markdown_table_too_large, markdown_too_many_brackets, markdown_raw_html, link_scheme, link_dead, link_to_hidden, link_to_this_machine, link_with_blanks, link_torn,
  link_empty, markdown_shown_raw, heading_by_accident,
  anchor_dead, image_missing, image_alt_missing, image_remote, image_type, markdown_too_deep,
  // pictures
  picture_consent_missing, picture_consent_unclear, picture_broken, picture_disguised, picture_too_large,
  // pages
  duplicate_url, url_not_plain, url_part_missing, no_pages, no_redirect_template, address_dies,
  // what the theme and both languages ask for
  rule_broken, rule_warning, digits_differ, wording_differs, figure_unsaid,
  private_phone, private_email, private_person, checked_unused, former_year,
  // templates
  template_syntax, template_undefined, template_unclosed, template_unknown_filter, template_unknown_test,
  template_wrong_arguments, template_unsafe_place, template_not_found, template_loop, template_wrong_value,
  template_html_open, template_limit,
  // publishing
  output_overlaps, output_foreign, output_foreign_file, output_path_unsafe, output_collision,
  count_
};

enum class Hint {
  did_you_mean, known_names, first_here, wrap_in_quotes, close_the_quote, close_front_matter, write_the_text_itself, save_as_utf8,
  give_each_language, write_date_like, rename_file, one_document, copy_strings,
  add_colon, link_like, describe_picture, choose_other_output, move_into_content, split_text, use_markdown, other_text,
  rename_to, copy_of_file, indent_with_spaces, remove_attribute, also_here, put_theme_string, expected_shape,
  same_in_all_languages, write_file, comes_from_path, choose_content, put_file, delete_it, copy_real_file, missing_before,
  used_from, opens_here, remove_when_right, say_today, translate_again, keep_address, maybe_here, say_checked, say_this_year, blank_after_hash, open_front_matter, say_consent, say_who_agreed, paste_as_unicode, get_again, save_smaller, save_picture_out, indent_below, write_into, take_away, because_here,
  put_below, close_by, write_in_brackets, not_indented, choose_version, keep_sign, no_blanks_in_address, blank_line_above, write_words, confirm_or_draft, join_lines, list_or_prose,
  count_
};

/// One text in both tongues.
struct Words {
  std::string_view vi, en;
  constexpr std::string_view in(Tongue tongue) const { return tongue == Tongue::vi ? vi : en; }
};

/// `name` is the stable code that an editor may look up; the texts take fmt-like `{0}` arguments.
struct Message {
  Code code;
  Severity severity;
  std::string_view name, vi, en;
};
struct HintText {
  Hint hint;
  std::string_view vi, en;
};

const Message& message(Code code);
std::span<const Message> all_messages();
const HintText& text(Hint hint);

/// A word of the program's own that stands among the arguments of a message: `@list` is "danh sách" or "a list". Any other
/// text is itself.
std::string_view term(std::string_view argument, Tongue tongue);

/// A pattern with its `{0}` … `{9}` replaced; a missing argument leaves an empty place, never throws.
std::string fill(std::string_view pattern, const std::vector<std::string>& arguments);

}  // namespace base
