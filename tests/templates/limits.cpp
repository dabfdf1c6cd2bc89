#include <doctest/doctest.h>

#include "templates/sample_site.h"

using tests::made_of;
using tests::SampleSite;

TEST_CASE("limits: a page of more than 16 MiB is not finished") {
  SampleSite site;
  site.globals.set("long", tests::word(std::string(1 << 20, 'x')));
  const auto outcome = site.page("{% for x in [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18] %}{{ long }}{% endfor %}");
  CHECK(outcome.messages.find("this passes the limit of 16 MiB [template-limit]") != std::string::npos);
}

TEST_CASE("limits: text that doubles and doubles passes a limit and not the memory") {
  std::string text = "{% set x = 'aaaaaaaaaaaaaaaa' %}";
  for (int i = 0; i < 60; ++i) text += "{% set x = x ~ x %}";
  CHECK(made_of(text).find("this passes the limit of 64 MiB [template-limit]") != std::string::npos);
}

TEST_CASE("limits: loops in loops in loops pass a limit and not the day") {
  SampleSite site;
  site.globals.set("many", tests::texts(std::vector<std::string>(1000, "a")));
  const auto outcome =
      site.page("{% for a in many %}{% for b in many %}{% for c in many %}{% endfor %}{% endfor %}{% endfor %}");
  CHECK(outcome.messages.find("this passes the limit of 10000000 [template-limit]") != std::string::npos);
}

TEST_CASE("limits: any bytes are read to the end, whatever they are") {
  for (const std::string piece :
       {"{{",      "{%",      "{#",        "}}",          "%}",         "{{ (",     "{{ [",       "{{ a.",  "{{ a|",
        "{{ a|b(", "{{ a is", "{% if",     "{% for x in", "{% set x =", "{% block", "{% extends", "{{ '\\", "{{ -",
        "{{ not",  "<!--",    "<a href='", "{% endif %}", "{% else %}", "{{ 1e9",   "{{ x y"})
    for (const std::string& text : {piece, piece + piece, piece + " }}", piece + " %}", piece + "\n{{ 1 }}"})
      CHECK_NOTHROW(made_of(text));
}
