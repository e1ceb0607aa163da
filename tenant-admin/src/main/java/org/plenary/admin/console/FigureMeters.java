package org.plenary.admin.console;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.plenary.tenancy.OperatorFigure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Shows the operators' figures as meters. Whoever reads a meter gets what was found the last time and starts the next look, if
 * that is not quite new: so monitoring has its answer at once even when the database has none.
 */
@Component
class FigureMeters implements MeterBinder {
    private static final Logger log = LoggerFactory.getLogger(FigureMeters.class);
    private static final Duration NEW = Duration.ofSeconds(10);

    private final List<OperatorFigure> figures;
    private final Clock clock;
    private final Map<String, Double> found = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> looked = new AtomicReference<>(Instant.EPOCH);

    FigureMeters(List<OperatorFigure> figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (var figure : figures)
            Gauge.builder(figure.name(), () -> last(figure))
                    .description(figure.description())
                    .baseUnit(figure.unit().isEmpty() ? null : figure.unit())
                    .register(meters);
    }

    private double last(OperatorFigure figure) {
        var before = looked.get();
        var now = clock.instant();
        if (now.isAfter(before.plus(NEW)) && looked.compareAndSet(before, now))
            Thread.ofVirtual().name("operator-figures").start(this::look);
        return found.getOrDefault(figure.name(), Double.NaN);
    }

    private void look() {
        try {
            for (var figure : figures) found.put(figure.name(), figure.now().getAsDouble());
        } catch (RuntimeException e) {
            found.clear();
            log.warn("the operators' figures cannot be read: {}", e.toString());
        }
    }
}
