package org.plenary.tenancy;

import java.util.function.DoubleSupplier;

/**
 * SPI: a number about the whole platform that the operators' monitoring watches, in {@code /actuator/prometheus}. It is of no
 * single tenant and no person.
 *
 * @param name of the meter, with what it counts last: {@code plenary.jobs.failing}
 * @param unit {@code seconds}, or empty for a plain count
 * @param now asked about each quarter of a minute while somebody looks, so it is one quick query
 */
public record OperatorFigure(String name, String description, String unit, DoubleSupplier now) {
    public static OperatorFigure count(String name, String description, DoubleSupplier now) {
        return new OperatorFigure(name, description, "", now);
    }

    public static OperatorFigure age(String name, String description, DoubleSupplier seconds) {
        return new OperatorFigure(name, description, "seconds", seconds);
    }
}
