#include "base/html.h"

#include <doctest/doctest.h>

using namespace base;

TEST_CASE("escape for HTML: right in text and between double quotes") {
  CHECK(escape_html("<b title=\"a\" x='b'>Trẻ & em</b>") ==
        "&lt;b title=&quot;a&quot; x=&#39;b&#39;&gt;Trẻ &amp; em&lt;/b&gt;");
  CHECK(escape_html("") == "");
}

TEST_CASE("escape for JSON: may stand in a script") {
  std::string out;
  escape_json(out, "</script>&\"\\\n\t\r\x01 trẻ \u2028\u2029\u2027 \x7f");
  CHECK(out == R"("\u003c/script\u003e\u0026\"\\\n\t\u000d\u0001 trẻ \u2028\u2029)"
               "\u2027"
               R"( \u007f")");
}

TEST_CASE("escape for XML: what XML 1.0 forbids is left out") {
  std::string out;
  escape_xml(out, "a<b> & \"c\" 'd'\n\x01\x1f trẻ \uFFFE\uFFFF\uFFFD");
  CHECK(out == "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;\n trẻ \uFFFD");
}

TEST_CASE("text of HTML: tags are gone, entities are characters again") {
  CHECK(text_of(Html::trusted("<h2 id=\"a&gt;b\">Trẻ &amp; <em>em</em></h2>\n<p>1 &lt; 2, &quot;3&quot; &#39;4&#39; &amp;lt; &nbsp</p>")) ==
        "Trẻ & em\n1 < 2, \"3\" '4' &lt; &nbsp");
  CHECK(text_of(Html::trusted("a<br")) == "a");
  CHECK(text_of(Html()) == "");
}
