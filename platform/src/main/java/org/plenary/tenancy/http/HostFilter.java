package org.plenary.tenancy.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.plenary.kernel.Ids;
import org.plenary.kernel.web.ProblemWriter;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantStatus;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the tenant that the host names around everything else, sign-in included. An unknown host is 404; a tenant that is
 * not active shows its notice and does nothing else.
 */
final class HostFilter extends OncePerRequestFilter {
    private static final String REQUEST_KEY = "request";

    private final Hosts hosts;
    private final ProblemWriter problems;

    HostFilter(Hosts hosts, ProblemWriter problems) {
        this.hosts = hosts;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put(REQUEST_KEY, Ids.reference(8));
        try {
            dispatch(request, response, chain);
        } finally {
            MDC.remove(REQUEST_KEY);
        }
    }

    private void dispatch(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var host = request.getServerName();
        if (hosts.isPlatform(host)) {
            request.setAttribute(HostKind.ATTRIBUTE, HostKind.PLATFORM);
            chain.doFilter(request, response);
            return;
        }
        var tenant = hosts.tenantOf(host);
        if (tenant.isPresent()) {
            request.setAttribute(HostKind.ATTRIBUTE, HostKind.TENANT);
            serveAs(tenant.get(), request, response, chain);
            return;
        }
        request.setAttribute(HostKind.ATTRIBUTE, HostKind.BARE);
        if (isProbe(request) || isError(request)) chain.doFilter(request, response);
        else refuse(request, response, HttpStatus.NOT_FOUND, "not_found", "There is no such host here.");
    }

    private void serveAs(Tenant tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Tenancy.<Boolean, Exception>callAs(tenant, () -> {
                serve(tenant, request, response, chain);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private void serve(Tenant tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (tenant.isActive() || isError(request) || isStatic(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, "3600");
        response.setHeader("X-Robots-Tag", "noindex");
        if (tenant.status() == TenantStatus.DELETING)
            refuse(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "tenant_deleting",
                    "This organization is leaving the platform; its site is closed.");
        else
            refuse(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "tenant_unavailable",
                    "This organization's site is not available at the moment. Nothing is lost.");
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/") || !wantsPage(request))
            problems.write(response, status, code, detail);
        else response.sendError(status.value(), detail);
    }

    /** Browsers ask for pages; whoever does not gets the problem, not the error document of the framework. */
    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private static boolean isError(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR;
    }

    private static boolean isProbe(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/actuator/") || path.equals("/livez") || path.equals("/readyz");
    }

    private static boolean isStatic(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/webjars/")
                || path.startsWith("/css/")
                || path.startsWith("/js/")
                || path.startsWith("/img/")
                || path.startsWith("/fonts/")
                || path.equals("/brand.css")
                || path.equals("/brand/logo")
                || path.startsWith("/actuator/");
    }
}
