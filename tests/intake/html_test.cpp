#include "intake/html.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace motaudit;

TEST_CASE("HTML becomes the lines that a person sees") {
    const struct {
        std::string html;
        std::string text;
    } cases[] = {
        {"<p>Dear&nbsp;Ana,</p><p>Thank\n  you.</p>", "Dear Ana,\n\nThank you."},
        {"<div>one<br>two<br><br>three</div><div>four</div>", "one\ntwo\n\nthree\nfour"},
        {"<ul><li>a<li>b</ul><ol><li>x</li><li>y</li></ol>", "- a\n- b\n\n1. x\n2. y"},
        {"<table><tr><td>Model</td><td>A98</td></tr><tr><td>IMEI</td></tr></table>", "Model A98\nIMEI"},
        {"a<b>b</b>c <i>d</i>", "abc d"},
        {"&lt;Your Name&gt; &amp; &copy; &#8217;", "<Your Name> & © ’"},
        {"<style>p{}</style><script>alert(1)</script><title>t</title>x", "x"},
        {"<div style=\"display:none\">hidden <b>too</b></div>seen", "seen"},
        {"<pre>a  b\n  c</pre>", "a  b\n  c"},
        {"Hi<blockquote type=cite>one<br>two<blockquote>old</blockquote></blockquote>me", "Hi\n\n> one\n> two\n>\n>> old\n\nme"},
        {"<blockquote style=\"margin:0 0 0 40px;border:none\">indented</blockquote>", "indented"},
        {"<div id=divRplyFwdMsg>From: a</div>", "-----Original Message-----\nFrom: a"},
        {"x<hr>y", "x\n\n________________\ny"},
        {"<div class=gmail_quote>---------- Forwarded message ---------<br>From: a</div>",
         "---------- Forwarded message ---------\nFrom: a"},
        {"<div class=gmail_quote><div>On Mon, Ana wrote:</div>hot</div>", "> On Mon, Ana wrote:\n> hot"},
        {"", ""},
        {"no tags at all", "no tags at all"},
        {"<a href='https://oppo.com'>our site</a>", "our site"},
        {"unclosed <b", "unclosed"},
        {"<!-- c --><![if mso]>x<![endif]>", "x"},
        {"<!--[if gte mso 9]><xml>y</xml><![endif]-->x", "x"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.html);
        CHECK(html_to_text(c.html) == c.text);
    }
}

TEST_CASE("text nested deeper than any mail is still there") {
    std::string html;
    for (int i = 0; i < 100'000; ++i) html += "<div>";
    CHECK(html_to_text(html + "deep").find("deep") != std::string::npos);
    std::string attributes = "<p";
    for (int i = 0; i < 50'000; ++i) attributes += " a" + std::to_string(i) + "=b";
    CHECK(html_to_text(attributes + ">text</p>") == "text");
}
