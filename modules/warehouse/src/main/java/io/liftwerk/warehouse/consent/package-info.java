/**
 * Whether a person's row may be used.
 *
 * <p>A row of a person carries a signal: what its file says of consent, as {@code key=value;…}
 * ({@link io.liftwerk.warehouse.consent.ConsentSignal}). Every distinct signal of every source is
 * judged once: {@code TcfShape} sees that a TCF string is whole, {@code TcfString} has it decoded
 * by the IAB's own library, {@code TcfJudge} applies the rules; {@code ConsentWords} reads yes and
 * no in the words of exports; {@code SignalJudge} puts them together, for each {@link
 * io.liftwerk.warehouse.consent.Use} and under the {@link io.liftwerk.warehouse.consent.Basis} that
 * the source states. What each use needs stands in {@code consent.yml} ({@link
 * io.liftwerk.warehouse.consent.PolicyFile}).
 *
 * <p>{@link io.liftwerk.warehouse.consent.ConsentVerdicts} writes the verdicts as tables, which
 * models join like any other. A row is covered for a use when its verdict says so and its person is
 * not among those who have refused since:
 *
 * <pre>{@code
 * EXISTS (SELECT 1 FROM liftwerk.consent_verdicts v
 *         WHERE v.source_relation = r.source_relation AND v.consent_signal = r.consent_signal
 *           AND v.analytics)
 * AND NOT EXISTS (SELECT 1 FROM liftwerk.consent_people p
 *                 WHERE p.source_relation = r.source_relation AND p.person_id = r.person_id
 *                   AND p.use = 'analytics')
 * }</pre>
 *
 * <p>The latest decision counts, and a refusal among those of one moment. A yes of which nobody
 * knows when it was said, as CRM exports have them, never outweighs a dated no ({@code
 * ConsentTables}).
 *
 * <p>A refusal takes back the rows of every source that rests on consent. A source with another
 * basis (a contract, say) keeps its rows, but for activation: an advert is an advert, whatever the
 * row was collected for.
 */
@NullMarked
package io.liftwerk.warehouse.consent;

import org.jspecify.annotations.NullMarked;
