#pragma once

#include "unpack/source.hpp"
#include <memory>
#include <string>
#include <string_view>

struct _xmlTextReader;

namespace motaudit {

// XML element by element, as it comes. Entities of the document's own are left
// alone and nothing is fetched.
class XmlStream {
public:
    explicit XmlStream(Source& from);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    enum class Node { begin, end, text, done, broken };
    Node next(); // an empty element begins and ends

    std::string_view name() const; // of the element, without its namespace
    std::string_view text() const;
    std::string attribute(const char* name) const; // whatever its namespace; empty where it is not there

private:
    struct Free {
        void operator()(_xmlTextReader* reader) const;
    };
    Source& from_;
    std::unique_ptr<_xmlTextReader, Free> reader_;
    bool ends_ = false; // an empty element, whose end comes next
};

} // namespace motaudit
