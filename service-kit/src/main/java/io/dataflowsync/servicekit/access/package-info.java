/**
 * Decides who may call a service, and writes down what was changed.
 *
 * <p>In: every request, before any other code of a service sees it. Out: the request, or a refusal; the user's name for the resources;
 * a line in the log for each call that changes something. {@link io.dataflowsync.servicekit.access.AccessFilter} asks the rules in turn:
 * {@code SiteRule} what may be sent by whom at all, {@code SignIn} who it is, {@code RoleRule} whether that one may. Invariant: a
 * request that no rule names needs a role.
 */
@NullMarked
package io.dataflowsync.servicekit.access;

import org.jspecify.annotations.NullMarked;
