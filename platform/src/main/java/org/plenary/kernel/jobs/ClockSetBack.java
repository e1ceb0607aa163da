package org.plenary.kernel.jobs;

/**
 * SPI of those who write down when something is to be done next: a time that was set by a clock that was ahead is too late by as much
 * as the clock was set back. Called on the node whose clock it was, soon after; again when it throws.
 */
public interface ClockSetBack {
    void setTimesAnew();
}
