/** A host of their own for an organization's public pages (TEN-06). */
@NullMarked
package org.plenary.admin.domain;

import org.jspecify.annotations.NullMarked;
