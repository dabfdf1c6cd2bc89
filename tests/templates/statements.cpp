#include <doctest/doctest.h>

#include "templates/sample_site.h"

using tests::made_of;
using tests::sample_of;
using tests::SampleSite;

TEST_CASE("statements: if, elif and else take the first branch that holds") {
  const std::string text = "{% if nothing %}a{% elif forum %}b{% elif forum %}c{% else %}d{% endif %}";
  CHECK(sample_of(text) == "b");
  CHECK(sample_of("{% if nothing %}a{% else %}d{% endif %}") == "d");
  CHECK(sample_of("{% if nothing %}a{% endif %}") == "");
}

TEST_CASE("statements: for goes through a list and knows where it is") {
  CHECK(sample_of("{% for x in words %}{{ loop.index }}/{{ loop.length }}{{ x }}{% if not loop.last %}, {% endif %}{% "
                  "endfor %}") == "1/4đèn, 2/4dê, 3/4ăn, 4/4ao");
  CHECK(sample_of("{% for x in [1,2] %}{{ loop.index0 }}{{ 'f' if loop.first else '' }}{% endfor %}") == "0f1");
}

TEST_CASE("statements: for over nothing takes else") {
  CHECK(sample_of("{% for x in nothing %}a{% else %}none{% endfor %}") == "none");
  CHECK(sample_of("{% for x in [] %}a{% else %}none{% endfor %}") == "none");
  CHECK(sample_of("{% for x in [1] %}a{% else %}none{% endfor %}") == "a");
  CHECK(sample_of("{% for x in forum %}a{% endfor %}") ==
        "page.html:1:13: error: `for` does not work on forum [template-wrong-value]\n   1 | {% for x in forum %}a{% "
        "endfor %}\n     |             ^^^^^\n");
}

TEST_CASE("statements: loops within loops each know their own place") {
  CHECK(sample_of("{% for x in [1,2] %}{% for y in ['a','b'] %}{{ x }}{{ y }}{{ loop.index }} {% endfor %}{{ "
                  "loop.index }};{% endfor %}") == "1a1 1b2 1;2a1 2b2 2;");
}

TEST_CASE("statements: set gives a name, or a new value to it") {
  CHECK(made_of("{% set x = 1 %}{% set x = x + 1 %}{{ x }}") == "2");
  CHECK(sample_of("{% set page = 'own' %}{{ page }}") == "own");
}

TEST_CASE("statements: a name that is set in a loop lives for one round") {
  CHECK(made_of("{% set x = 0 %}{% for y in [1,2] %}{% set x = x + y %}{{ x }}{% endfor %}{{ x }}") == "120");
  CHECK(made_of("{% for y in [1] %}{% set x = y %}{% endfor %}{{ x }}") ==
        "page.html:1:49: error: nothing is called `x` here [template-undefined]\n   1 | {% for y in [1] %}{% set x = y "
        "%}{% endfor %}{{ x }}\n"
        "     |                                                 ^\n");
}

TEST_CASE("statements: a name is there after an if only where every branch sets it") {
  CHECK(sample_of("{% if nothing %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}") == "2");
  CHECK(sample_of("{% if nothing %}{% set x = 1 %}{% elif forum %}{% set x = 3 %}{% else %}{% set x = 2 %}{% endif "
                  "%}{{ x }}") == "3");
  CHECK(sample_of("{% set x = 0 %}{% if forum %}{% set x = 1 %}{% endif %}{{ x }}") == "1");
  CHECK(made_of("{% if 1 %}{% set x = 1 %}{% endif %}\n{{ x }}") ==
        "page.html:2:4: error: nothing is called `x` here [template-undefined]\n   2 | {{ x }}\n     |    ^\n");
}

TEST_CASE("statements: loop is there only in a loop") {
  CHECK(made_of("{{ loop.index }}") ==
        "page.html:1:4: error: nothing is called `loop` here [template-undefined]\n   1 | {{ loop.index }}\n     |    "
        "^^^^\n");
  CHECK(made_of("{% for x in [1] %}{{ loop.indx }}{% endfor %}") ==
        "page.html:1:27: error: nothing is called `loop.indx` here [template-undefined]\n   1 | {% for x in [1] %}{{ "
        "loop.indx }}{% endfor %}\n"
        "     |                           ^^^^ did you mean `index`?\n");
  CHECK(made_of("{% for loop in [1] %}{% endfor %}").find("where `name` is expected") != std::string::npos);
}

TEST_CASE("statements: an included template sees the names of the one that includes it") {
  SampleSite site;
  site.add_template("part.html", "[{{ x }} {{ loop.index }} {{ forum.phone }}{% set y = 1 %}]");
  CHECK(site.page("{% for x in ['a','b'] %}{% include \"part.html\" %}{% endfor %}").text ==
        "[a 1 1800 1567][b 2 1800 1567]");
  CHECK(site.page("{% for x in ['a'] %}{% include \"part.html\" %}{{ y }}{% endfor %}")
            .messages.find("nothing is called `y` here") != std::string::npos);
}

TEST_CASE("statements: an included template is checked for each place that includes it") {
  SampleSite site;
  site.globals = {};
  site.add_template("part.html", "{{ x }}");
  CHECK(site.page("{% set x = 1 %}{% include \"part.html\" %}").text == "1");
  CHECK(site.page("{% include \"part.html\" %}").messages ==
        "part.html:1:4: error: nothing is called `x` here [template-undefined]\n   1 | {{ x }}\n     |    ^\n"
        "page.html:1:1: note: used from here\n   1 | {% include \"part.html\" %}\n     | ^^^^^^^^^^^^^^^^^^^^^^^^^\n");
}

TEST_CASE("statements: a child fills the blocks of its parent") {
  SampleSite site;
  site.add_template("base.html",
                    "<title>{% block title %}T{% endblock %}</title>\n{% block body %}\nempty\n{% endblock body %}\n");
  CHECK(site.page("{% extends \"base.html\" %}\n{% block body %}\nfull\n{% endblock %}\n").text ==
        "<title>T</title>\nfull\n");
  site.add_template("middle.html", "{% extends \"base.html\" %}\n{% block body %}<{% endblock %}\n");
  site.add_template("middle.html",
                    "{% extends \"base.html\" %}\n{% block body %}({% block inner %}i{% endblock %}){% endblock %}\n");
  CHECK(site.page("{% extends \"middle.html\" %}\n{% block title %}P{% endblock %}{% block inner %}j{% endblock %}\n")
            .text == "<title>P</title>\n(j)");
}

TEST_CASE("statements: what a child sets is there in its parent and its blocks") {
  SampleSite site;
  site.add_template("base.html", "{% block a %}{% endblock %}{{ wide }}");
  CHECK(site.page("{% extends \"base.html\" %}{% set wide = 'w' %}{% block a %}{{ wide }}-{% endblock %}").text ==
        "w-w");
  CHECK(
      site.page("{% extends \"base.html\" %}").messages.find("base.html:1:31: error: nothing is called `wide` here") ==
      0);
}

TEST_CASE("statements: a block that no parent has, and text outside of blocks, would never be printed") {
  SampleSite site;
  site.add_template("base.html", "{% block content %}{% endblock %}");
  CHECK(site.page("{% extends \"base.html\" %}\n{% block contnet %}{% endblock %}\n<p>lost</p>\n").messages ==
        "page.html:2:10: error: nothing is called `contnet` here [template-undefined]\n   2 | {% block contnet %}{% "
        "endblock %}\n"
        "     |          ^^^^^^^ did you mean `content`?\n"
        "page.html:3:1: error: `<p>lost</p>` is not understood here where `{% block … %}` is expected "
        "[template-syntax]\n   3 | <p>lost</p>\n"
        "     | ^^^^^^^^^^^\n");
}

TEST_CASE("statements: one name for two blocks points at the first") {
  CHECK(made_of("{% block a %}{% endblock %}\n{% block a %}{% endblock %}") ==
        "page.html:2:10: error: `a` is not understood here where `{% block … %}` is expected [template-syntax]\n   2 | "
        "{% block a %}{% endblock %}\n"
        "     |          ^\npage.html:1:10: note: first here\n   1 | {% block a %}{% endblock %}\n     |          ^\n");
}

TEST_CASE("statements: files that do not exist") {
  SampleSite site;
  site.add_template("partials/menu.html", "");
  CHECK(site.page("{% include \"partials/meun.html\" %}").messages ==
        "page.html:1:12: error: there is no template `partials/meun.html` [template-not-found]\n   1 | {% include "
        "\"partials/meun.html\" %}\n"
        "     |            ^^^^^^^^^^^^^^^^^^^^ did you mean `partials/menu.html`?\n");
  CHECK(site.page("{% extends \"bsae.html\" %}").messages.find("there is no template `bsae.html`") !=
        std::string::npos);
}

TEST_CASE("statements: files that lead back to themselves") {
  SampleSite site;
  site.add_template("a.html", "{% include \"b.html\" %}");
  site.add_template("b.html", "{% extends \"a.html\" %}");
  CHECK(site.page("{% include \"a.html\" %}").messages ==
        "b.html:1:12: error: the templates call one another in a loop: a.html → b.html → a.html [template-loop]\n"
        "   1 | {% extends \"a.html\" %}\n     |            ^^^^^^^^\n");
  CHECK(made_of("{% include \"page.html\" %}").find("page.html → page.html [template-loop]") != std::string::npos);
}

TEST_CASE("statements: what is not closed is pointed at where it opens, with what stands in the way") {
  CHECK(made_of("{% if 1 %}\n{% for x in [1] %}\n{% endif %}\n") ==
        "page.html:2:1: error: the `{% for` that opens here is never closed [template-unclosed]\n   2 | {% for x in "
        "[1] %}\n"
        "     | ^^^^^^^^^^^^^^^^^^\npage.html:3:1: note: `{% endfor %}` has to stand before this\n   3 | {% endif %}\n "
        "    | ^^^^^^^^\n");
  CHECK(made_of("{% block a %}") ==
        "page.html:1:1: error: the `{% block` that opens here is never closed [template-unclosed]\n   1 | {% block a "
        "%}\n     | ^^^^^^^^^^^^^\n");
}

TEST_CASE("statements: what closes nothing, and words that begin no statement") {
  CHECK(made_of("a{% endif %}") ==
        "page.html:1:2: error: `{% endif` is not understood here where `{% if` is expected [template-syntax]\n   1 | "
        "a{% endif %}\n     |  ^^^^^^^^\n");
  CHECK(made_of("{% inclde \"a.html\" %}") ==
        "page.html:1:4: error: `inclde` is not understood here where `if, for, set, include, extends, block` is "
        "expected [template-syntax]\n"
        "   1 | {% inclde \"a.html\" %}\n     |    ^^^^^^ did you mean `include`?\n");
  CHECK(made_of("{% %}").find("[template-syntax]") != std::string::npos);
}

TEST_CASE("statements: extends comes first") {
  SampleSite site;
  site.add_template("base.html", "");
  CHECK(site.page("x{% extends \"base.html\" %}").messages.find("`extends` is not understood here") !=
        std::string::npos);
  CHECK(site.page("{# note #}\n{% extends \"base.html\" %}").messages == "");
}

TEST_CASE("statements: all mistakes of all templates are told at once") {
  SampleSite site;
  site.globals = {};
  site.add_template("a.html", "{{ x y }}{{ unknown }}");
  site.add_template("b.html", "{% if %}{% endif %}");
  CHECK(site.page("{{ 1 | nosuch }}").messages ==
        "a.html:1:6: error: `y` is not understood here where `}}` is expected [template-syntax]\n   1 | {{ x y }}{{ "
        "unknown }}\n     |      ^\n"
        "a.html:1:13: error: nothing is called `unknown` here [template-undefined]\n   1 | {{ x y }}{{ unknown }}\n    "
        " |             ^^^^^^^\n"
        "b.html:1:7: error: `%}` is not understood here where `value` is expected [template-syntax]\n   1 | {% if %}{% "
        "endif %}\n     |       ^^\n"
        "page.html:1:8: error: unknown filter `nosuch` [template-unknown-filter]\n   1 | {{ 1 | nosuch }}\n     |      "
        "  ^^^^^^\n");
}

TEST_CASE("statements: nesting has a limit") {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "{% if 1 %}";
  CHECK(made_of(deep).find("this passes the limit of 64 [template-limit]") != std::string::npos);
}

TEST_CASE("statements: templates that include one another over and over pass a limit and not the memory") {
  SampleSite site;
  site.add_template("t0.html", "x");
  for (int i = 1; i < 30; ++i) {
    const std::string below = "{% include \"t" + std::to_string(i - 1) + ".html\" %}";
    site.add_template("t" + std::to_string(i) + ".html", below + below + below);
  }
  CHECK(site.page("{% include \"t29.html\" %}").messages.find("this passes the limit of 200000 [template-limit]") !=
        std::string::npos);
}

TEST_CASE("statements: includes that are too deep pass a limit") {
  SampleSite site;
  site.add_template("t0.html", "x");
  for (int i = 1; i < 50; ++i)
    site.add_template("t" + std::to_string(i) + ".html", "{% include \"t" + std::to_string(i - 1) + ".html\" %}");
  CHECK(site.page("{% include \"t49.html\" %}").messages.find("this passes the limit of 32 [template-limit]") !=
        std::string::npos);
}
