/** What people write at the beginning of something to do. A message that begins with one of these is a task. */
export const actionVerbs = new Set(
  `accept add address adjust adopt air analyse analyze apply appeal approve arrange ask assemble assess attach attend audit
  back backup bake bathe begin bike bleach blend block boil book borrow bring brush budget build buy calculate call cancel
  capture care carry cash catch celebrate change charge chase check chop choose clean clear climb clip close collect comb
  compare compile complete compose confirm congratulate connect consider contact contribute convert cook copy correct
  count cover create cut cycle dance debug declutter decide decorate defrost deliver deploy descale deposit design develop dig dine discuss
  dispose dm donate double draft draw dress drill drink drive drop dry dust dye eat edit email e-mail empty enrol enroll enter
  establish evaluate examine exchange exercise explain explore extend face fax feed fetch figure file fill finalise
  finalize find finish fix flip fly fold follow format frame freeze fund gather get gift give glue go grab grade grease
  greet grill groom grow hand handle hang harvest have heat help hem hire hold host hoover hug hunt implement improve
  include inform inquire insert inspect install insure interview invest investigate invite invoice iron jog join journal
  jot keep knit label landscape laminate launch learn leave lend let lift light link listen load lock log look lubricate lube mail maintain
  make map massage measure meditate meet memorise memorize mend merge message migrate mop mount move mow mulch nap negotiate note
  notify nudge oil open optimise optimize order organise organize pack paint park pass patch pay peel perform phone photocopy
  photograph pick pickle pickup ping plan plant play plug polish pop post practice practise prep prepare present press
  print process proofread prune publish pull pump purchase push put query rake reach read rebook recharge reconcile record
  recycle redeem redo refactor refill refinance refund register rehearse reinstall remember remind remove renew rent reorder repair
  repaint replace reply report repot request research reserve reset resign resolve respond rest restart restock restring retake
  return review revise rewrite ride ring rinse roast rotate run sand save scan schedule scrub seal search secure sell send service
  set settle sew shampoo share sharpen shave shell ship shop shovel show shower sign sketch skype slack sleep sort source
  speak spray stain stamp start steam stop store straighten stretch study submit subscribe sue sun sweep swap swim switch tailor take talk
  teach tell test text thank throw tidy tie top touch tour trace track trade train transfer translate treat trim try tune
  turn type unblock unclog unpack unplug unsubscribe update upgrade upload use vacuum validate verify visit vote wait wake walk wash
  watch water wax weed weigh whatsapp wipe withdraw work worm wrap write yoga zip zoom`.split(/\s+/),
);
