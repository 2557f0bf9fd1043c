#include "intake/xml_stream.hpp"

#include <cstring>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <mutex>
#include <new>

namespace motaudit {
namespace {

int read_from(void* source, char* to, int room) {
    auto& from = *static_cast<Source*>(source);
    const auto size = from.read(to, static_cast<std::size_t>(room));
    return size == 0 && !from.failure().empty() ? -1 : static_cast<int>(size);
}

void keep_silent(void*, const char*, xmlParserSeverities, xmlTextReaderLocatorPtr) {}

std::string_view view(const xmlChar* text) { return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text); }

} // namespace

void XmlStream::Free::operator()(_xmlTextReader* reader) const { xmlFreeTextReader(reader); }

XmlStream::XmlStream(Source& from) : from_(from) {
    static std::once_flag once; // threads may begin at the same time
    std::call_once(once, xmlInitParser);
    constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_COMPACT;
    reader_.reset(xmlReaderForIO(read_from, nullptr, &from_, nullptr, nullptr, options));
    if (!reader_) throw std::bad_alloc();
    xmlTextReaderSetErrorHandler(reader_.get(), keep_silent, nullptr);
}

XmlStream::~XmlStream() = default;

XmlStream::Node XmlStream::next() {
    if (ends_) {
        ends_ = false;
        return Node::end;
    }
    for (;;) {
        const int got = xmlTextReaderRead(reader_.get());
        if (got == 0) return Node::done;
        if (got < 0) return Node::broken;
        switch (xmlTextReaderNodeType(reader_.get())) {
        case XML_READER_TYPE_ELEMENT:
            ends_ = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
            return Node::begin;
        case XML_READER_TYPE_END_ELEMENT:
            return Node::end;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            return Node::text;
        default:
            break;
        }
    }
}

std::string_view XmlStream::name() const { return view(xmlTextReaderConstLocalName(reader_.get())); }

std::string_view XmlStream::text() const { return view(xmlTextReaderConstValue(reader_.get())); }

std::string XmlStream::attribute(const char* name) const {
    auto* reader = reader_.get();
    std::string value;
    for (int more = xmlTextReaderMoveToFirstAttribute(reader); more == 1; more = xmlTextReaderMoveToNextAttribute(reader)) {
        if (view(xmlTextReaderConstLocalName(reader)) != name) continue;
        value = view(xmlTextReaderConstValue(reader));
        break;
    }
    xmlTextReaderMoveToElement(reader);
    return value;
}

} // namespace motaudit
