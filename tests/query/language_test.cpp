#include "support/judge.hpp"
#include <doctest/doctest.h>

using namespace motaudit;
using test::Heard;

TEST_CASE("a conversation is read in the languages that the standard holds words of, and no others") {
    struct {
        const char* text;
        bool read;
    } const cases[] = {
        {"C: my phone does not charge any more since the update yesterday\nA: I am sorry to hear that, let me check it for you",
         true},
        {"C: hola, mi teléfono no carga desde ayer por la noche\nA: lamento mucho escuchar eso, permítame revisar su equipo",
         false},
        {"C: Guten Tag, mein Telefon lädt seit gestern nicht mehr auf\nA: Das tut mir leid, ich schaue sofort für Sie nach", false},
        {"C: Здравствуйте, мой телефон не заряжается со вчерашнего дня\nA: Мне очень жаль, сейчас я проверю ваш заказ и помогу",
         false},
        {"C: 你好，我的手机从昨天开始不能充电了\nA: 非常抱歉，我来帮您查一下", false},
        {"C: phne dosnt chrge sinc ystrday plz hlp me wth it now\nA: Sorry to hear that. Let me check this for you right now.",
         true},
        {"C: Nguyễn Thị Hồng Nhung, nhung@example.vn\nA: Thank you, Ms. Nhung. How may I help you with your phone today?", true},
        {"language: es\nC: hello, my phone does not charge\nA: I am sorry to hear that", false},
        {"language: en-AU\nC: hola, mi teléfono no carga desde ayer\nA: lamento escuchar eso, permítame revisar su equipo", true},
        {"A: Hola!", true}, // too little to tell
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(Heard(c.text, Channel::chat).talk.speaks_standard() == c.read);
    }
}
