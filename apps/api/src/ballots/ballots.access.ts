/** Who may vote is said by what is voted on; that everything was counted is everyone's to check. */
export const can = {
  checkLedgers: () => true,
};
