let count = 0; // expect VerificationError PB1103

export const bump = () => ++count;
