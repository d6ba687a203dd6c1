// The command over a stream of a million requests, against reading the same file with simdjson alone.
#include "generate/as_text.hpp"
#include "generate/requests.hpp"
#include "report.hpp"

#include <simdjson.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace {

using namespace redline_bench;
namespace od = simdjson::ondemand;

constexpr std::size_t request_count = 1'000'000;

/// Looks at every name and value.
std::size_t walk(od::value value)
{
    switch (value.type().value()) {
    case od::json_type::object: {
        std::size_t sum = 0;
        for (od::field field : value.get_object()) sum += field.unescaped_key().value().size() + walk(field.value());
        return sum;
    }
    case od::json_type::string: return value.get_string().value().size();
    case od::json_type::number: return value.get_uint64().value();
    default: return value.get_bool().value() ? 1 : 0;
    }
}

std::size_t read(std::string const& path)
{
    simdjson::padded_string const file = simdjson::padded_string::load(path).value();
    od::parser parser;
    od::document_stream documents = parser.iterate_many(file).value();
    std::size_t sum = 0;
    for (auto document : documents) {
        od::object object = document.get_object().value();
        for (od::field field : object) sum += field.unescaped_key().value().size() + walk(field.value());
    }
    return sum;
}

}  // namespace

int main(int, char** words)
{
    std::string const redline = REDLINE_COMMAND;
    if (!std::filesystem::exists(redline)) {
        std::printf("skipped: there is no %s; ./dev build makes it\n", redline.c_str());
        return 0;
    }
    std::filesystem::path const folder = std::filesystem::path{words[0]}.parent_path() / "stream_files";
    std::filesystem::create_directories(folder);
    std::string const contract_file = (folder / "contract.redline").string();
    std::string const requests_file = (folder / "requests.ndjson").string();
    contract const c = contract_generator{200}.of_so_many_terms();
    std::ofstream{contract_file} << as_text(c);
    {
        // The same few thousand again and again: what matters is that they are many.
        request_generator generate{c};
        std::vector<std::string> lines;
        for (int i = 0; i < 4096; ++i) lines.push_back(as_json(c, generate.next()));
        std::ofstream out{requests_file};
        for (std::size_t i = 0; i < request_count; ++i) out << lines[i % lines.size()];
    }

    std::printf("redline decide --requests, 1,000,000 requests, %.0f MB, a contract of 200 terms\n",
                static_cast<double>(std::filesystem::file_size(requests_file)) * 1e-6);
    print_heading("simdjson alone");
    for (char const* threads : {"1", "2"}) {
        std::string const command = "'" + redline + "' decide '" + contract_file + "' --requests '" + requests_file +
                                    "' --threads " + threads + " >/dev/null";
        times const least = least_seconds(
            3,
            [&] {
                if (std::system(command.c_str()) != 0) std::abort();
            },
            [&] { use_value(read(requests_file)); });
        double const rate = request_count / least.ours;
        char what[80];
        std::snprintf(what, sizeof what, "--threads %s: %.0f requests/s", threads, rate);
        print_line(what, least.ours * 1e3, least.floor * 1e3, "ms", "from 500,000/s", rate >= 500'000);
    }
    std::filesystem::remove_all(folder);
}
