#include "read.hpp"

#include "redline/text/walker.hpp"

namespace redline_test {

using namespace redline;

text::text_read read(std::string_view of, text_format format)
{
    text::text_read result;
    std::vector<text::diagnostic> room(100);
    text::problems wrong{of.data(), room.data(), 100};
    result.read<text::walking_engine>(of, format, text::local_names::only_used, wrong);
    return result;
}

text::expectation_at expected_at(text::text_read const& read, std::uint32_t offset, text::document_kind kind)
{
    return text::expected_at<text::walking_engine>(read, kind, offset);
}

}  // namespace redline_test
