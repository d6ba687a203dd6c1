// What others offer, in node: the same policy and requests are written to files, and answers and times read from one.
#pragma once

#include "generate/contract.hpp"
#include "requests.hpp"
#include "rounds.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace redline_bench {

class peers {
public:
    explicit peers(std::string const& program)
        : folder_{std::filesystem::absolute(program).parent_path() / "peers"}, script_{REDLINE_PEERS_SCRIPT},
          packages_{REDLINE_PEERS_PACKAGES}
    {
        there_ = std::filesystem::exists(packages_ / "node_modules") &&
                 std::system("node --version >/dev/null 2>&1") == 0;
        if (!there_)
            std::printf("(the contenders from npm are left out: node or their packages are missing; ./dev bench "
                        "installs them)\n");
        else std::filesystem::create_directories(folder_);
    }

    /// Adds what they took; ends the program where one of them answers otherwise.
    void run(contract const& c, workload const& requests, bool quick, contract_results& results) const
    {
        if (!there_) return;
        write_policy(c);
        write_requests(c, requests);
        std::filesystem::path const out = folder_ / "answers.txt";
        std::filesystem::remove(out);
        std::string const command = "REDLINE_PEERS_PACKAGES='" + packages_.string() + "' node '" + script_.string() +
                                    "' '" + folder_.string() + "' " + (quick ? "5" : "40");
        if (std::system(command.c_str()) != 0) {
            std::fputs("the contenders from npm failed\n", stderr);
            std::exit(1);
        }
        // A line each: the name, nanoseconds of each round, and behind `:` the answers to the first so many requests.
        std::ifstream in{out};
        std::string line;
        hand_written_table const decide{c};
        double const floor = results.results.front().nanoseconds.middle;
        while (std::getline(in, line)) {
            std::istringstream words{line};
            std::string name, word, answers;
            std::getline(words, name, '|');
            std::vector<double> times, ratios;
            while (words >> word && word != ":") times.push_back(std::strtod(word.c_str(), nullptr));
            words >> answers;
            for (std::size_t i = 0; i < answers.size(); ++i)
                if (answers[i] - '0' != static_cast<int>(decide(requests.in_first_order()[i]))) {
                    std::fprintf(stderr, "%s decided request %zu otherwise than the others\n", name.c_str(), i);
                    std::exit(1);
                }
            if (times.empty() || answers.empty()) std::abort();
            for (double const t : times) ratios.push_back(t / floor);
            results.results.push_back({name, spread::of(times), spread::of(ratios)});
        }
    }

private:
    static void write(std::ostream& to, atom const& a)
    {
        constexpr char const* of[] = {"network is",   "network is not", "oversight at least", "oversight under",
                                      "persons over", "urgent",         "not urgent"};
        to << "[\"" << of[static_cast<unsigned>(a.asks)] << "\", " << a.operand << "]";
    }
    template <class List, class Write>
    static void write(std::ostream& to, List const& list, Write const& one)
    {
        char const* comma = "";
        to << "[";
        for (auto const& e : list) {
            to << comma;
            one(e);
            comma = ", ";
        }
        to << "]";
    }
    void write_policy(contract const& c) const
    {
        constexpr char const* forms[] = {"prohibit", "require", "restrict", "log"};
        std::ofstream to{folder_ / "policy.json"};
        to << "{\"uses\": ";
        write(to, c.uses, [&](use const& u) { to << "{\"path\": \"" << u.path << "\", \"last\": " << u.last << "}"; });
        to << ",\n\"terms\": ";
        write(to, c.terms, [&](term const& t) {
            to << "{\"form\": \"" << forms[static_cast<unsigned>(t.is)] << "\", \"use\": " << t.use << ", \"when\": ";
            write(to, t.when, [&](atom const& a) { write(to, a); });
            to << ", \"papers\": ";
            write(to, t.with, [&](paper const& p) { to << "[" << p.which << ", " << p.days << "]"; });
            to << ", \"to\": ";
            write(to, t.to);
            to << "}\n";
        });
        to << "}\n";
    }
    void write_requests(contract const& c, workload const& requests) const
    {
        std::ofstream to{folder_ / "requests.ndjson"};
        for (plain_request const& r : requests.in_first_order()) {
            to << "{\"use\": \"" << c.uses[r.use].path << "\", \"network\": " << r.network
               << ", \"oversight\": " << r.oversight << ", \"persons\": " << r.persons
               << ", \"urgent\": " << (r.urgent ? "true" : "false") << ", \"days\": [";
            for (std::size_t p = 0; p < 4; ++p)
                to << (p == 0 ? "" : ", ") << (r.days[p] == not_held ? "1000000" : std::to_string(r.days[p]));
            to << "]}\n";
        }
    }

    std::filesystem::path folder_, script_, packages_;
    bool there_ = false;
};

}  // namespace redline_bench
