#include "templates/words.h"

#include <doctest/doctest.h>

#include "templates/sample_site.h"

using tests::sample_of;

namespace {

std::string value(const std::string& expression, std::size_t language = 0) {
  return sample_of("{{ " + expression + " }}", language);
}

}  // namespace

TEST_CASE("words: the theme's words in the language of the page") {
  CHECK(value("t('close')") == "Đóng");
  CHECK(value("t('close')", 1) == "Close");
  CHECK(value("t('clo' ~ 'se')", 1) == "Close");
}

TEST_CASE("words: names in braces are filled in, and escaped like all text") {
  CHECK(value("t('hello', name='Lan & Mai')") == "Xin chào Lan &amp; Mai");
  CHECK(value("t('hello', name=forum.place)", 1) == "Hello Lạng Sơn");
  CHECK(value("t('hello', name=hostile)", 1) == "Hello &quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
}

TEST_CASE("words: n chooses the plural form and is written as the language writes numbers") {
  CHECK(value("t('slogans', n=1)", 1) == "1 slogan");
  CHECK(value("t('slogans', n=1500)", 1) == "1,500 slogans");
  CHECK(value("t('slogans', n=1500)", 0) == "1.500 khẩu hiệu");
}

TEST_CASE("words: another language can be asked for") {
  CHECK(value("t('close', lang='en')") == "Close");
  CHECK(value("t('close', lang='fr')").find("[unknown-language]") != std::string::npos);
}

TEST_CASE("words: what a language lacks is said in the default one") {
  CHECK(value("t('only_vi')", 1) == "chỉ tiếng Việt");
}

TEST_CASE("words: a key that no language has is a mistake") {
  CHECK(value("t('clsoe')") ==
        "page.html:1:6: error: nothing is called `clsoe` here [template-undefined]\n   1 | {{ t('clsoe') }}\n     |    "
        "  ^^^^^^^ did you mean `close`?\n");
  CHECK(value("t('clo' ~ 'ze')") ==
        "page.html:1:4: error: nothing is called `cloze` here [template-undefined]\n   1 | {{ t('clo' ~ 'ze') }}\n     "
        "|    ^^^^^^^^^^^^^^^\n");
}

TEST_CASE("words: every name in braces has to be given") {
  CHECK(value("t('hello')") ==
        "page.html:1:6: error: `t` is not called as `t(\"hello\", name=…)` [template-wrong-arguments]\n   1 | {{ "
        "t('hello') }}\n     |      ^^^^^^^\n");
  CHECK(value("t('hel' ~ 'lo')").find("`t` is not called as `t(\"hello\", name=…)`") != std::string::npos);
}

TEST_CASE("words: t has one key, and names for all else") {
  const std::string message = "page.html:1:4: error: `t` is not called as `t(key, name=…)` [template-wrong-arguments]";
  for (const auto call : {"t()", "t('close', 1)", "t(key='close')", "t('close', n=1, n=2)"})
    CHECK_MESSAGE(value(call).find(message) == 0, call);
}
