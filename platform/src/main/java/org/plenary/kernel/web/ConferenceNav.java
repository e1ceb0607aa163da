package org.plenary.kernel.web;

/** The conference that a page is about, for its navigation: the model attribute {@code conferenceNav}. */
public record ConferenceNav(String slug, String name) {}
