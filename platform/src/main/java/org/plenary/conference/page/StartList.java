package org.plenary.conference.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.plenary.conference.setup.SampleConference;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.tenancy.StartStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.util.WebUtils;

/** What an organization does first, for those who manage it: until all is done, or whoever reads it has put it away. */
@Component
public class StartList {
    /** Put away for this person's browser; what they have to do is no secret of the organization. */
    static final String HIDDEN = "start_list_hidden";

    private final List<StartStep> steps;
    private final Callers callers;
    private final SampleConference sample;

    StartList(List<StartStep> steps, Callers callers, SampleConference sample) {
        this.steps =
                steps.stream().sorted(Comparator.comparingInt(StartStep::order)).toList();
        this.callers = callers;
        this.sample = sample;
    }

    /** As the checklist fragment shows it. */
    public record Line(String messageKey, String path, boolean done) {}

    /** Nothing when nothing is left, or the reader may not do it; only the way back when they have put it away. */
    @Transactional(readOnly = true)
    public void show(HttpServletRequest request, Model model) {
        var caller = callers.current();
        model.addAttribute("offersSample", caller.mayEverywhere(Permission.CONFERENCE_WRITE) && sample.isOffered());
        var lines = caller.mayEverywhere(Permission.TENANT_ADMIN) ? lines() : List.<Line>of();
        var isHidden = WebUtils.getCookie(request, HIDDEN) != null;
        model.addAttribute("startLines", isHidden ? List.of() : lines);
        model.addAttribute("startDone", lines.stream().filter(Line::done).count());
        model.addAttribute("startHidden", isHidden && !lines.isEmpty());
    }

    private List<Line> lines() {
        var lines = steps.stream()
                .map(step -> new Line(step.messageKey(), step.path(), step.isDone()))
                .toList();
        return lines.stream().allMatch(Line::done) ? List.of() : lines;
    }
}
