package org.plenary.site.page;

import org.plenary.kernel.LocalizedText;

/**
 * What a version of a page says.
 *
 * @param text Markdown
 * @param position among the pages of the same place; the smaller comes first
 */
record PageContent(LocalizedText title, LocalizedText text, PagePlace place, int position) {}
