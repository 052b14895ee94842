/** Words of a slot: the pseudonym's four, the index of the voter's last entry, and how many there are. */
const WORDS = 6;

/** Every voter's last entry, 24 bytes a slot: a million voters fit into 50 MB, where a Map would take several times that. */
export class VoterTable {
  private slots = 1 << 12;
  private words = new Uint32Array(this.slots * WORDS);
  size = 0;

  /**
   * Notes a voter's next entry.
   * @param voter 16 bytes
   * @param turn what the entry says it is: their first is 1
   * @returns the index of their former entry, null at their first; 'out-of-turn' and nothing noted when it is not their next
   */
  next(voter: Buffer, turn: number, index: number): number | null | 'out-of-turn' {
    if (this.size * 3 > this.slots * 2) this.grow();
    const key = new Uint32Array(4);
    for (let word = 0; word < 4; word++) key[word] = voter.readUInt32LE(word * 4);
    const slot = this.slotOf(key);
    const turns = this.words[slot + 5]!;
    if (turn !== turns + 1) return 'out-of-turn';
    const former = turns === 0 ? null : this.words[slot + 4]!;
    if (former === null) {
      this.words.set(key, slot);
      this.size++;
    }
    this.words[slot + 4] = index;
    this.words[slot + 5] = turn;
    return former;
  }

  /** The voter's, or the free one where it would go; pseudonyms are evenly spread already. */
  private slotOf(key: Uint32Array): number {
    for (let slot = key[0]! & (this.slots - 1); ; slot = (slot + 1) & (this.slots - 1)) {
      const at = slot * WORDS;
      const isFree = this.words[at + 5] === 0;
      const isTheirs =
        this.words[at] === key[0] &&
        this.words[at + 1] === key[1] &&
        this.words[at + 2] === key[2] &&
        this.words[at + 3] === key[3];
      if (isFree || isTheirs) return at;
    }
  }

  private grow() {
    const former = this.words;
    this.slots *= 2;
    this.words = new Uint32Array(this.slots * WORDS);
    for (let at = 0; at < former.length; at += WORDS) {
      if (former[at + 5] === 0) continue;
      const slot = former.subarray(at, at + WORDS);
      this.words.set(slot, this.slotOf(slot));
    }
  }
}
