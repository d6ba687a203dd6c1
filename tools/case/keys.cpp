#include "keys.hpp"

#include "../characters.hpp"
#include "../input.hpp"
#include "../status.hpp"
#include "moment.hpp"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace redline::tool {

namespace {

constexpr std::string_view first_line = "redline secret key 1\n";
using json = nlohmann::json;

class list_reader {
public:
    explicit list_reader(std::string const& path) : path_{path} {}

    std::vector<record::listed_key> read()
    {
        std::string const text = read_source(path_).text;
        json const all = json::parse(text, nullptr, false);
        if (!all.is_object() || all.size() != 1 || !all.contains("keys") || !all["keys"].is_array())
            wrong("expected an object with the list `keys`, and nothing else");
        std::vector<record::listed_key> keys;
        for (json const& k : all["keys"]) {
            place_ = "key " + std::to_string(keys.size() + 1) + ": ";
            if (!k.is_object()) wrong("expected an object");
            for (auto const& [name, value] : k.items())
                if (name != "person" && name != "role" && name != "key" && name != "from" && name != "until")
                    wrong("`" + name + "` is not one of `person`, `role`, `key`, `from` and `until`");
            record::listed_key to{text_of(k, "person"), text_of(k, "role", false), {}, 0, no_time};
            auto const bytes = record::from_hex<crypto_sign_PUBLICKEYBYTES>(text_of(k, "key"));
            if (!bytes) wrong("expected 64 hexadecimal digits as `key`");
            to.key = *bytes;
            if (k.contains("from")) to.from = time_of(k, "from");
            if (k.contains("until")) to.until = time_of(k, "until");
            keys.push_back(std::move(to));
        }
        return keys;
    }

private:
    [[noreturn]] void wrong(std::string const& what) const { throw failure{path_ + ": " + place_ + what}; }
    std::string text_of(json const& k, char const* member, bool required = true) const
    {
        if (!k.contains(member) && !required) return {};
        if (!k.contains(member) || !k[member].is_string() || (required && k[member].get<std::string>().empty()))
            wrong(std::string{"expected a string as `"} + member + "`");
        return k[member].get<std::string>();
    }
    case_time time_of(json const& k, char const* member) const
    {
        std::optional<case_time> const t = read_moment(text_of(k, member));
        if (!t) wrong(std::string{"expected a time such as 2026-06-01T12:00:00Z as `"} + member + "`");
        return *t;
    }

    std::string path_, place_;
};

}  // namespace

record::public_key make_key_file(std::string const& path)
{
    record::signing_key const key = record::signing_key::generate();
    record::signing_key::seed seed = key.to_seed();
    std::string text = std::string{first_line} + record::to_hex(seed) + "\n";
    int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) throw failure{path + ": cannot be made: " + std::strerror(errno)};
    ssize_t const written = ::write(file, text.data(), text.size());
    bool const whole = written == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    ::close(file);
    sodium_memzero(text.data(), text.size());
    sodium_memzero(seed.data(), seed.size());
    if (!whole) {
        ::unlink(path.c_str());
        throw failure{path + ": cannot be written"};
    }
    return key.public_key();
}

record::signing_key read_key_file(std::string const& path)
{
    source file = read_source(path);
    std::string_view text = file.text;
    auto seed = text.substr(0, first_line.size()) == first_line && text.size() == first_line.size() + 65 &&
                        text.back() == '\n'
                    ? record::from_hex<crypto_sign_SEEDBYTES>(text.substr(first_line.size(), 64))
                    : std::nullopt;
    sodium_memzero(file.text.data(), file.text.size());
    if (!seed) throw failure{path + ": is not a key file of `redline case keygen`"};
    record::signing_key key{*seed};
    sodium_memzero(seed->data(), seed->size());
    return key;
}

std::vector<record::listed_key> read_key_list(std::string const& path) { return list_reader{path}.read(); }

}  // namespace redline::tool
