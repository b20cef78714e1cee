/**
 * Decides who may call a service, and logs the changes.
 *
 * <p>In: every request, before any other code of a service sees it. Out: the request, or a refusal; the user's name for the resources; a
 * line in the log for each call that changes something. {@link io.dataflowsync.servicekit.access.AccessFilter} applies the rules in order:
 * {@code SiteRule} checks the origin of the request, {@code SignIn} the user, {@code RoleRule} the user's role. Invariant: a request that
 * no rule names needs a role.
 */
@NullMarked
package io.dataflowsync.servicekit.access;

import org.jspecify.annotations.NullMarked;
