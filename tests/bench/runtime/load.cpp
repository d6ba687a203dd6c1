// load, against X3 alone: the same lexer and grammar over the same text, and the nodes thrown away.
#include "generate/text.hpp"
#include "report.hpp"

#include "redline/text/load.hpp"

#include <malloc.h>

#include <cstdlib>
#include <new>

namespace {

std::size_t held = 0;
std::size_t most_held = 0;

}  // namespace

void* operator new(std::size_t size)
{
    void* const memory = std::malloc(size);
    if (memory == nullptr) throw std::bad_alloc{};
    held += malloc_usable_size(memory);
    if (held > most_held) most_held = held;
    return memory;
}
void operator delete(void* memory) noexcept
{
    held -= malloc_usable_size(memory);
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

namespace {

using namespace redline_bench;
namespace rt = redline::text;

/// Recognises a text; gives how many statements it has.
std::size_t recognise(std::string const& text)
{
    std::vector<rt::diagnostic> diagnostics(8);
    rt::problems wrong{text.c_str(), diagnostics.data(), 8};
    std::vector<rt::token> tokens;
    tokens.reserve(text.size() / 6 + 8);
    rt::lexer lexer{0, static_cast<std::uint32_t>(text.size()), 1, wrong};
    do lexer.next(tokens.emplace_back());
    while (tokens.back().is != rt::terminal::end);
    tokens.resize(tokens.size() + 2, tokens.back());

    std::vector<rt::node> nodes(10'000);
    rt::builder to;
    to.tokens = tokens.data();
    to.nodes = {nodes.data(), static_cast<std::uint32_t>(nodes.size())};
    std::size_t count = 0;
    rt::token const* at = tokens.data();
    rt::token const* const last = at + tokens.size() - 1;
    for (auto what = rt::sentence::language; at->is != rt::terminal::end; ++count) {
        to.nodes.size = 0;
        to.depth = 0;
        if (!rt::spirit_engine::parse(what, at, last, to)) std::abort();
        what = what == rt::sentence::language ? rt::sentence::header : rt::sentence::statement;
    }
    return count;
}

}  // namespace

int main()
{
    std::string const text = text_generator{}.of(std::size_t{1} << 20);
    std::printf("Loading a text of 1 MiB, %zu statements\n", recognise(text));
    print_heading("X3 alone");
    times const least = least_seconds(
        40,
        [&] {
            if (!redline::load(text).ok()) std::abort();
        },
        [&] { use_value(recognise(text)); });
    print_line("time", least.ours * 1e3, least.floor * 1e3, "ms", "below 10 x", least.ours < 10 * least.floor);

    std::size_t const before = held;
    most_held = before;
    std::size_t after = 0;
    {
        redline::loaded_contract const loaded = redline::load(text);
        after = held - before;
    }
    double const mebi = 1.0 / (1 << 20);
    auto const most = static_cast<double>(most_held - before);
    auto const size = static_cast<double>(text.size());
    std::printf("\n");
    print_heading("the text");
    print_line("memory at its peak", most * mebi, size * mebi, "MiB", "below 20 x", most < 20 * size);
    print_line("memory that the loaded contract keeps", static_cast<double>(after) * mebi, size * mebi, "MiB", "",
               true);
}
