// What was measured, as a chart: how long a decision takes as contracts grow, in both directions by powers of ten.
#pragma once

#include "rounds.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>

namespace redline_bench {

/// Of the contracts with few terms for each use. Times are shown as multiples of the `if` chain of the smallest contract in the
/// same run, which hardly depend on the machine.
class chart {
public:
    explicit chart(std::vector<contract_results> const& all)
    {
        for (contract_results const& c : all) {
            if (c.shape != "few") continue;
            for (result const& r : c.results) {
                if (unit_ == 0) unit_ = r.nanoseconds.middle;
                lines_[r.contender].push_back({static_cast<double>(c.terms), r.nanoseconds.middle / unit_});
            }
        }
        for (auto const& [name, points] : lines_)
            for (point const& p : points) highest_ = std::max(highest_, std::ceil(std::log10(p.times)));
    }

    std::string svg() const
    {
        std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 860 520\" role=\"img\" "
                          "font-family=\"sans-serif\" font-size=\"12\">\n<title>Time for a decision, as contracts grow"
                          "</title>\n<rect width=\"860\" height=\"520\" fill=\"#fff\"/>\n";
        out += text(60, 24, "start", "#222", "A decision, in multiples of a hand-written if chain over 20 terms");
        for (double power = lowest_; power <= highest_; power += 1) {
            out += line(60, y(power), 600, y(power), "#ddd", 1);
            std::string label = power < 0 ? "1/10" : "1";
            for (double i = 0; i < power; i += 1) label += "0";
            out += text(54, y(power) + 4, "end", "#555", label + " x");
        }
        for (double terms : {20.0, 200.0, 2000.0, 20000.0}) {
            out += line(x(terms), y(lowest_), x(terms), y(highest_), "#eee", 1);
            out += text(x(terms), 500, "middle", "#555", std::to_string(static_cast<int>(terms)) + " terms");
        }
        // Labels stand beside the ends of lines, from the top down, and keep their distance.
        std::multimap<double, std::string> by_height;
        for (auto const& [name, points] : lines_) by_height.emplace(y(std::log10(points.back().times)), name);
        double below = 0;
        std::size_t i = 0;
        for (auto const& [height, name] : by_height) {
            char const* const color = colors[i++ % (sizeof colors / sizeof *colors)];
            std::vector<point> const& points = lines_.at(name);
            std::string path =
                "<polyline fill=\"none\" stroke=\"" + std::string{color} + "\" stroke-width=\"2\" points=\"";
            for (point const& p : points)
                path.append(number(x(p.terms))).append(",").append(number(y(std::log10(p.times)))).append(" ");
            out += path + "\"/>\n";
            for (point const& p : points)
                out += "<circle r=\"3\" cx=\"" + number(x(p.terms)) + "\" cy=\"" + number(y(std::log10(p.times))) +
                       "\" fill=\"" + color + "\"/>\n";
            below = std::max(height, below + 15);
            out += line(x(points.back().terms) + 5, height, 612, below, color, 0.5);
            out += text(616, below + 4, "start", color, name);
        }
        return out + "</svg>\n";
    }

private:
    struct point {
        double terms, times;
    };
    static constexpr char const* colors[] = {"#b2182b", "#2166ac", "#1b7837", "#762a83", "#b35806", "#01665e",
                                             "#8c510a", "#c51b7d", "#4d4d4d", "#053061", "#67001f", "#35978f"};
    static std::string number(double of)
    {
        char text[32];
        std::snprintf(text, sizeof text, "%.1f", of);
        return text;
    }
    static double x(double terms) { return 80 + 165 * (std::log10(terms) - std::log10(20.0)); }
    double y(double power) const { return 480 - 430 * (power - lowest_) / (highest_ - lowest_); }
    static std::string line(double x1, double y1, double x2, double y2, char const* color, double width)
    {
        return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" +
               number(y2) + "\" stroke=\"" + color + "\" stroke-width=\"" + number(width) + "\"/>\n";
    }
    static std::string text(double x, double y, char const* anchor, char const* color, std::string const& of)
    {
        return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\" fill=\"" + color +
               "\">" + of + "</text>\n";
    }

    std::map<std::string, std::vector<point>> lines_;
    double unit_ = 0, lowest_ = 0, highest_ = 1;
};

inline void write_chart(std::string const& path, std::vector<contract_results> const& all)
{
    std::string const svg = chart{all}.svg();
    std::FILE* const to = std::fopen(path.c_str(), "w");
    if (to == nullptr || std::fwrite(svg.data(), 1, svg.size(), to) != svg.size()) {
        std::fprintf(stderr, "%s cannot be written\n", path.c_str());
        std::exit(1);
    }
    std::fclose(to);
}

}  // namespace redline_bench
