/** The terms of use: published by the operator, accepted by owners, each version for itself (TEN-01). */
@NullMarked
package org.plenary.admin.terms;

import org.jspecify.annotations.NullMarked;
