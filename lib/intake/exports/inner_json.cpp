#include "intake/exports/inner_json.hpp"

#include "intake/json_access.hpp"
#include "intake/json_parser.hpp"
#include <vector>

namespace motaudit::exports {

struct InnerJson::Parser {
    JsonParser parser = {};
};

namespace {
// Parsers that are not in use: texts inside texts are many and short.
thread_local std::vector<std::unique_ptr<JsonParser>> idle;
} // namespace

InnerJson::InnerJson(std::string_view text) {
    if (text.empty()) return;
    parser_ = std::make_unique<Parser>();
    if (!idle.empty()) {
        parser_->parser = std::move(*idle.back());
        idle.pop_back();
    }
    simdjson::dom::element value;
    if (parser_->parser.parse(text, value) == simdjson::SUCCESS) value_ = JsonAccess::wrap(value);
}

InnerJson::~InnerJson() {
    if (parser_ != nullptr) idle.push_back(std::make_unique<JsonParser>(std::move(parser_->parser)));
}

} // namespace motaudit::exports
