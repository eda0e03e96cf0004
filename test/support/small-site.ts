/** A clinic that opens on weekdays and offers one procedure, as a site file. */
export const SITE = `name: A clinic
phone: 555 0100
time_zone: America/Anchorage
opening_hours:
  monday: [{from: "08:00", until: "16:00"}]
  tuesday: [{from: "08:00", until: "12:00"}, {from: "13:00", until: "16:00"}]
  wednesday: [{from: "08:00", until: "16:00"}]
  thursday: [{from: "08:00", until: "16:00"}]
  friday: [{from: "08:00", until: "12:00"}]
  saturday: closed
  sunday: closed
procedures:
  injection: {sedation: yes, steroid: no, contrast: true}
contacts:
  - {for: holds, who: the physician}
overrides: []
`;
