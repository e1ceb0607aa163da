package org.plenary.admin.work;

import java.time.ZoneId;
import java.util.UUID;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One job, for operators: how far it is, what became of it. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping("/operator/work/{id}")
class WorkPages {
    private final TenantJobs jobs;
    private final TenantDirectory directory;

    WorkPages(TenantJobs jobs, TenantDirectory directory) {
        this.jobs = jobs;
        this.directory = directory;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id) {
        var job = jobs.find(id).orElseThrow(() -> new Problem.NotFound("The job"));
        return new ModelAndView("admin/work")
                .addObject("job", job)
                .addObject("tenant", directory.byId(job.tenant()).orElse(null))
                .addObject("zone", ZoneId.of("UTC"));
    }

    @PostMapping("/cancellation")
    String cancel(@PathVariable UUID id) {
        jobs.cancel(id);
        return "redirect:/operator/work/" + id;
    }
}
