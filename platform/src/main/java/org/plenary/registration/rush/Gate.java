package org.plenary.registration.rush;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.ProblemWriter;
import org.plenary.registration.TypedBefore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lets a request through to registration when it is its sender's turn, and to the waiting page when not. */
@Component
class Gate implements HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final String BEGUN = Gate.class.getName() + ".begun";
    private static final String TURN = Gate.class.getName() + ".turn";

    private final Doors doors;
    private final Line line;
    private final PlaceTexts texts;
    private final ProblemWriter problems;
    private final KeptForms forms;

    Gate(Doors doors, Line line, PlaceTexts texts, ProblemWriter problems, KeptForms forms) {
        this.doors = doors;
        this.line = line;
        this.texts = texts;
        this.problems = problems;
        this.forms = forms;
    }

    /** An order that is being placed by the holder of a place. */
    private record Begun(String run, String place) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var isPost = request.getMethod().equals("POST");
        if (!isPost && (isApi(request) || !request.getMethod().equals("GET"))) return true;
        // an address that nothing is at, and so names no conference
        if (!(handler instanceof HandlerMethod)) return true;
        var slug = slug(request);
        var room = doors.before(slug).orElse(null);
        if (room == null) return true;
        var intent = intent(request);
        try {
            var standing = doors.ask(request, response, slug, room, Standing.EVERYBODY, intent);
            if (standing.state() != Standing.State.ADMITTED) {
                if (isPage(request) && standing.state() != Standing.State.BUSY)
                    forms.keep(room.run(), standing.place(), request);
                return refuse(request, response, slug, standing);
            }
            request.setAttribute(TURN, room.idle().toMinutes());
            if (isPage(request) && intent == Line.Intent.ENTER)
                forms.of(room.run(), standing.place(), request.getRequestURI())
                        .ifPresent(typed -> request.setAttribute(TypedBefore.ATTRIBUTE, typed));
            if (intent == Line.Intent.ORDER) request.setAttribute(BEGUN, new Begun(room.run(), standing.place()));
            return true;
        } catch (Line.Unreachable e) {
            return room.settings().isOpenWithoutRedis() || closed(request, response, slug);
        }
    }

    /** The page says whose turn it is, and how long. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view == null || !request.getMethod().equals("GET")) return;
        if (request.getAttribute(TURN) instanceof Long minutes)
            view.getModel()
                    .putIfAbsent(
                            "flash",
                            Flash.info(texts.turn(minutes, request.getAttribute(TypedBefore.ATTRIBUTE) != null)));
    }

    /** An order that was placed uses the turn up; one that was refused leaves it. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(request.getAttribute(BEGUN) instanceof Begun begun)) return;
        var isPlaced = failure == null
                && (response.getStatus() == HttpStatus.CREATED.value() || response.getStatus() / 100 == 3);
        try {
            if (isPlaced) forms.forget(begun.run(), begun.place());
            if (isPlaced) line.finish(begun.run(), begun.place());
            else line.release(begun.run(), begun.place());
        } catch (Line.Unreachable e) {
            LOG.warn("a turn was not ended after its order, it ends with its time: {}", e.getMessage());
        }
    }

    private boolean refuse(HttpServletRequest request, HttpServletResponse response, String slug, Standing standing)
            throws IOException {
        if (!isApi(request)) return away(request, response, slug);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(texts.retrySeconds(standing)));
        problems.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "waiting_room",
                detail(standing),
                Map.of("place", shown(standing)));
        return false;
    }

    private boolean closed(HttpServletRequest request, HttpServletResponse response, String slug) throws IOException {
        if (!isApi(request)) return away(request, response, slug);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(PlaceTexts.SECONDS_WITHOUT_LINE));
        problems.write(
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "waiting_room_unavailable",
                "The waiting room cannot be reached; try again in a moment. Places are kept.");
        return false;
    }

    private static boolean away(HttpServletRequest request, HttpServletResponse response, String slug) {
        var page = "/c/" + slug + "/waiting";
        // an update stays out of the way: the page that it is of may just be led to its order
        if (intent(request) == Line.Intent.UPDATE) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, page);
        }
        return false;
    }

    private static String detail(Standing standing) {
        return switch (standing.state()) {
            case LIMITED -> "Too many numbers were taken from this address; try again later.";
            case EARLY -> "Registration has not opened. You have a number; all who are here by then are drawn.";
            case BUSY -> "Another order of this place is being placed.";
            case WAITING, ADMITTED, GONE -> "It is not your turn yet. Keep the cookie, it is your place.";
        };
    }

    private static Map<String, Object> shown(Standing standing) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("state", PlaceTexts.name(standing.state()));
        if (standing.state() == Standing.State.LIMITED) return shown;
        shown.put("number", standing.number());
        shown.put("opens_at", standing.opensAt());
        if (standing.state() != Standing.State.WAITING) return shown;
        shown.put("position", standing.ahead() + 1);
        shown.put("ahead", standing.ahead());
        if (standing.waitSeconds() != null) shown.put("wait_seconds", standing.waitSeconds());
        return shown;
    }

    private static Line.Intent intent(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) return Line.Intent.ENTER;
        return isPage(request) || isApi(request) ? Line.Intent.ORDER : Line.Intent.UPDATE;
    }

    private static String slug(HttpServletRequest request) {
        var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return String.valueOf(variables.get("conference"));
    }

    private static boolean isPage(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !isApi(request)
                && (path.endsWith("/register") || path.endsWith("/register/group") || path.endsWith("/additions"));
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
