// A program that imports core: nothing decided is permitted.
import redline.core;

int main()
{
    redline::rule_set const nothing{};
    redline::request_view const asked{};
    redline::workspace_view work{};
    redline::decision const d = redline::decide(nothing, asked, work);
    return d.outcome == redline::outcome::prohibited && d.ground == redline::ground::not_valid ? 0 : 1;
}
